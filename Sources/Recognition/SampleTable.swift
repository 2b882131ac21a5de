internal import Diagnostics

/// The table that a sample holds, whatever its file is written in.
struct SampleTable {
    /// Key of the definition's `format`.
    let container: String
    var columns: [SampleColumn]
    var settings: [Setting]
    var questions: [Wording] = []
    /// Records that were looked at.
    var recordCount: Int
    /// Whether the columns have headings at all.
    var hasHeader = true
}

/// A column of a sample: how the definition names it, and some of its values.
struct SampleColumn {
    /// From 1.
    let number: Int
    /// What the reader finds in the header, or the path in XML; empty where there is none.
    let heading: String
    /// Whether the definition must name it by its number.
    var isNumbered = false
    let values: [SampleValue]
    let profile: ColumnProfile
    /// How the heading may be looked up, best first.
    let keys: [String]

    /// - Parameters:
    ///   - number: From 1.
    ///   - heading: What the reader finds, or the path in XML.
    ///   - names: Under which the heading may be known, where it is not itself; best first.
    ///   - values: Cells, in order.
    init(number: Int, heading: String, names: [String]? = nil, values: [SampleValue]) {
        self.number = number
        self.heading = heading
        self.values = values
        profile = ColumnProfile(values)
        var keys: [String] = []
        for key in (names ?? [heading]).flatMap(HeadingKeys.keys) where !keys.contains(key) {
            keys.append(key)
        }
        self.keys = keys
    }

    var isPivot: Bool { heading.hasSuffix("]") && heading.contains(" [") }
}

/// A cell's text, and whether a workbook keeps it as a number or date, so that no mark has to be guessed.
struct SampleValue {
    let text: String
    var isTyped = false
}
