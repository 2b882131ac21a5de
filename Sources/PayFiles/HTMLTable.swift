/// A table of a printed page; every text is escaped.
struct HTMLTable {
    private var html: String
    private let marks: [String]

    /// - Parameters:
    ///   - headings: One for each column.
    ///   - numbers: Places of columns that are set to the right.
    ///   - unbroken: Places of columns whose texts stay on one line.
    init(_ headings: [String], numbers: Set<Int> = [], unbroken: Set<Int> = []) {
        marks = headings.indices.map { place in
            numbers.contains(place)
                ? " class=\"angka\"" : unbroken.contains(place) ? " class=\"utuh\"" : ""
        }
        html = "<table>\n<thead><tr>"
        for (place, heading) in headings.enumerated() {
            html += "<th\(marks[place])>\(PlainMarkup.escaped(heading))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
    }

    mutating func append(_ cells: [String], isTotal: Bool = false) {
        html += isTotal ? "<tr class=\"jumlah\">" : "<tr>"
        for (place, cell) in cells.enumerated() {
            html += "<td\(marks[place])>\(PlainMarkup.escaped(cell))</td>"
        }
        html += "</tr>\n"
    }

    var text: String { html + "</tbody>\n</table>\n" }
}
