internal import Markup

/// What the number format of each style makes of a number.
final class StyleTable: MarkupHandler {
    private var codes: [Int: NumberForm] = [:]
    private var isInCells = false
    /// By style number.
    private(set) var forms: [NumberForm] = []

    var isDone: Bool { false }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "numFmt":
            if let number = attributes["numFmtId"].flatMap({ Int($0) }) {
                codes[number] = NumberForm(code: attributes["formatCode"] ?? "")
            }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            forms.append(codes[number] ?? NumberForm(builtIn: number))
        default: break
        }
    }

    func endElement(_ name: String, isWritten: Bool) {
        if name == "cellXfs" { isInCells = false }
    }

    func text(_ bytes: Span<UInt8>) {}
}
