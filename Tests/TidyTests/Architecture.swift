/// What ARCHITECTURE.md promises about modules, as data.
struct Architecture {
    /// Module → modules and libraries that it may import.
    private(set) var mayImport: [String: Set<String>] = [:]
    /// Folders (`Files/`) and files (`Tabular/ByteScanner.swift`) that may say `unsafe`.
    private(set) var mayBeUnsafe: [String] = []

    init(_ text: String) {
        for row in Self.rows(of: text, under: "## Import table") {
            guard let module = Self.names(in: row[0]).first else { continue }
            mayImport[module] = Set(Self.names(in: row[1]))
        }
        mayBeUnsafe = Self.rows(of: text, under: "## Unsafe code").flatMap {
            Self.names(in: $0[0])
        }
    }

    static func read() throws -> Architecture {
        Architecture(try Repository.text("ARCHITECTURE.md"))
    }

    /// The cells of the Markdown table below a heading, without its header.
    private static func rows(of text: String, under heading: String) -> [[Substring]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0 == heading }) else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
            .filter { $0.hasPrefix("| `") }
            .map { $0.split(separator: "|").map { $0 } }
            .filter { $0.count >= 2 }
    }

    /// The words in backticks.
    static func names(in cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
