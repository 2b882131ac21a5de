/// Which of point and comma is the decimal mark, by the numbers of a column.
struct NumberMarks {
    private(set) var comma = 0
    private(set) var point = 0
    /// Numbers such as `1.250`, which are thousands or thousandths.
    private(set) var ambiguous = 0

    mutating func count(_ reading: Reading) {
        switch reading.mark {
        case .comma: comma += 1
        case .point: point += 1
        case .either: ambiguous += 1
        case .none: break
        }
    }

    mutating func add(_ other: NumberMarks) {
        comma += other.comma
        point += other.point
        ambiguous += other.ambiguous
    }

    /// What one number tells.
    struct Reading {
        enum Mark {
            case none
            case comma
            case point
            case either
        }

        let mark: Mark
        let isInteger: Bool

        /// - Returns: nil for a text that is no number.
        init?(_ text: String) {
            var body = Substring(text)
            if body.lowercased().hasPrefix("rp") { body = body.dropFirst(2) }
            if body.first == "." { body = body.dropFirst() }
            if body.hasSuffix("%") { body = body.dropLast() }
            if body.hasSuffix(",-") || body.hasSuffix(".-") { body = body.dropLast(2) }
            body = body.drop { $0 == " " || $0 == "\u{A0}" || $0 == "-" || $0 == "+" }
            while body.last == " " { body = body.dropLast() }
            guard let first = body.first, let last = body.last, first.isASCII, first.isNumber,
                last.isASCII, last.isNumber,
                body.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }),
                body.count <= 18
            else { return nil }
            let signs = body.filter { $0 == "." || $0 == "," }
            isInteger = signs.isEmpty && body.count == text.count
            guard let decimal = signs.last else {
                mark = .none
                return
            }
            let tail = body.reversed().prefix { $0 != decimal }.count
            let head = body.prefix { $0 != "." && $0 != "," }
            if Set(signs).count == 2 {
                mark = decimal == "," ? .comma : .point
            } else if signs.count > 1 {
                // Only thousands come more than once.
                mark = decimal == "," ? .point : .comma
            } else if tail == 3, head.count <= 3, head.first != "0" {
                mark = .either
            } else {
                mark = decimal == "," ? .comma : .point
            }
        }
    }
}
