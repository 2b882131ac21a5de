/// A path pattern: `*` within one component, `{name}` captures a non-empty piece of one component.
package struct FilePattern: Sendable, Hashable {
    package enum Piece: Sendable, Hashable {
        case literal(String)
        case any
        case capture(String)
    }

    package let text: String
    package let pieces: [Piece]

    /// - Returns: `nil` when a brace is unbalanced or a capture has no name.
    package init?(_ text: String) {
        var pieces: [Piece] = []
        var literal = ""
        var rest = Substring(text)
        func flush() {
            if !literal.isEmpty { pieces.append(.literal(literal)) }
            literal = ""
        }
        while let character = rest.first {
            rest.removeFirst()
            switch character {
            case "*":
                flush()
                pieces.append(.any)
            case "{":
                flush()
                guard let end = rest.firstIndex(of: "}"), end > rest.startIndex else { return nil }
                pieces.append(.capture(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            case "}":
                return nil
            default:
                literal.append(character)
            }
        }
        flush()
        self.text = text
        self.pieces = pieces
    }

    package var captures: [String] {
        pieces.compactMap { if case .capture(let name) = $0 { name } else { nil } }
    }

    /// The captures of `path`, or `nil` when it does not match; the shortest piece for each, left to right.
    package func match(_ path: String) -> [String: String]? {
        Self.match(pieces[...], Substring(path), [:])
    }

    private static func match(
        _ pieces: ArraySlice<Piece>, _ path: Substring, _ found: [String: String]
    ) -> [String: String]? {
        guard let piece = pieces.first else { return path.isEmpty ? found : nil }
        let rest = pieces.dropFirst()
        if case .literal(let literal) = piece {
            guard path.hasPrefix(literal) else { return nil }
            return match(rest, path.dropFirst(literal.count), found)
        }
        var end = path.startIndex
        if case .capture = piece {
            guard let first = path.first, first != "/" else { return nil }
            end = path.index(after: end)
        }
        while true {
            var captured = found
            let taken = String(path[path.startIndex..<end])
            var fits = true
            if case .capture(let name) = piece {
                fits = found[name] == nil || found[name] == taken
                captured[name] = taken
            }
            if fits, let result = match(rest, path[end...], captured) { return result }
            guard end < path.endIndex, path[end] != "/" else { return nil }
            end = path.index(after: end)
        }
    }
}
