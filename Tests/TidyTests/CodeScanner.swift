/// Blanks comments and string literals of Swift text and keeps its lines.
///
/// Interpolations nest code in literals in code, so open literals stand on a stack.
struct CodeScanner {
    private enum Frame {
        /// Code; inside an interpolation the number of its open parentheses.
        case code(parentheses: Int)
        case literal(isMultiline: Bool, pounds: Int)
    }

    private let text: [UInt8]
    private var place = 0
    private var output: [UInt8] = []
    private var frames = [Frame.code(parentheses: 0)]

    init(_ text: String) {
        self.text = Array(text.utf8)
        output.reserveCapacity(self.text.count)
    }

    mutating func scan() -> String {
        while place < text.count, let frame = frames.last {
            switch frame {
            case .code(let parentheses): scanCode(parentheses)
            case .literal(let isMultiline, let pounds): scanLiteral(isMultiline, pounds)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func starts(with mark: String) -> Bool {
        text[place...].starts(with: mark.utf8)
    }

    private mutating func skip(_ count: Int) {
        for byte in text[place..<min(text.count, place + count)] {
            output.append(byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
        }
        place += count
    }

    private mutating func scanCode(_ parentheses: Int) {
        if starts(with: "//") {
            let end = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            return skip(end - place)
        }
        let pounds = text[place...].prefix { $0 == UInt8(ascii: "#") }.count
        let quote = place + pounds
        if quote < text.count, text[quote] == UInt8(ascii: "\"") {
            let isMultiline = text[quote...].starts(with: "\"\"\"".utf8)
            frames.append(.literal(isMultiline: isMultiline, pounds: pounds))
            return skip(pounds + (isMultiline ? 3 : 1))
        }
        let byte = text[place]
        if byte == UInt8(ascii: "("), frames.count > 1 {
            frames[frames.count - 1] = .code(parentheses: parentheses + 1)
        }
        if byte == UInt8(ascii: ")"), frames.count > 1 {
            if parentheses == 0 {
                frames.removeLast()
                return skip(1)
            }
            frames[frames.count - 1] = .code(parentheses: parentheses - 1)
        }
        output.append(byte)
        place += 1
    }

    private mutating func scanLiteral(_ isMultiline: Bool, _ pounds: Int) {
        let pound = String(repeating: "#", count: pounds)
        let close = (isMultiline ? "\"\"\"" : "\"") + pound
        if starts(with: close) {
            frames.removeLast()
            return skip(close.utf8.count)
        }
        if starts(with: "\\" + pound + "(") {
            frames.append(.code(parentheses: 0))
            return skip(2 + pounds)
        }
        skip(starts(with: "\\" + pound) ? 2 + pounds : 1)
    }
}
