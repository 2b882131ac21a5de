internal import CivilService
internal import Spelling

/// What a file's path tells that its rows do not: a month, or the unit.
struct PathCapture {
    /// A pattern of the definition that matches the path.
    let pattern: String
    /// What the capture gives for this path.
    let value: String

    /// The last `2025-07` or `202507` in the file's name becomes `{bulan}`.
    static func month(in path: String) -> PathCapture? {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        for length in [7, 6] {
            var place = start
            while let end = path.index(place, offsetBy: length, limitedBy: path.endIndex) {
                let piece = String(path[place..<end])
                let form: MonthForm = length == 7 ? .iso : .compact
                if DateSpelling.parseMonth(piece.utf8.span, forms: [form]) != nil {
                    return PathCapture(
                        pattern: literal(path[..<place]) + "{bulan}" + literal(path[end...]),
                        value: piece)
                }
                guard end < path.endIndex else { break }
                place = path.index(after: place)
            }
        }
        return nil
    }

    /// The file's name without extension becomes `{unit}`, without a word such as `skm-` in front.
    static func unit(in path: String) -> PathCapture? {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = path[start...]
        guard let dot = name.firstIndex(of: "."), dot > start else { return nil }
        var begin = start
        for word in ["skm", "ikm", "survei", "capaian", "imunisasi"]
        where name.lowercased().hasPrefix(word + "-") {
            begin = path.index(start, offsetBy: word.count + 1)
        }
        guard begin < dot else { return nil }
        return PathCapture(
            pattern: literal(path[..<begin]) + "{unit}" + literal(path[dot...]),
            value: String(path[begin..<dot]))
    }

    /// A pattern that matches the path and shows no NIP: long numbers and signs of patterns become `*`.
    static func literal(_ path: some StringProtocol) -> String {
        var pattern = ""
        var digits = ""
        func flush() {
            pattern += digits.count >= 9 ? "*" : digits
            digits = ""
        }
        for character in path {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            flush()
            pattern += "{}".contains(character) ? "*" : String(character)
        }
        flush()
        return pattern
    }
}
