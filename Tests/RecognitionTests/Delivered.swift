internal import Archiving
internal import TestSupport

@testable internal import Recognition

/// Files as guess sees them.
enum Delivered {
    /// A file of the repository, unpacked when its name ends in `.gz`.
    static func sample(_ file: String, in folder: String) throws -> ExportSample {
        var bytes = try Disk.read("\(folder)/\(file)")
        if file.hasSuffix(".gz") { bytes = try unpacked(bytes) }
        return ExportSample(path: file, bytes: bytes, isWhole: true)
    }

    static func text(_ text: String, named path: String) -> ExportSample {
        ExportSample(path: path, bytes: Array(text.utf8), isWhole: true)
    }

    /// What a text is recognized as, where that is a source.
    static func source(_ text: String, named path: String = "berkas.csv") -> SourceGuess? {
        guard case .source(let guess) = Recognizer.recognize(self.text(text, named: path)) else {
            return nil
        }
        return guess
    }

    private static func unpacked(_ packed: [UInt8]) throws -> [UInt8] {
        var reader = try GzipReader(packed: packed, outputLimit: 1 << 30, ratioLimit: 1_000)
        var bytes: [UInt8] = []
        while try reader.next(into: &bytes) {}
        return bytes
    }
}

extension SourceGuess {
    func setting(_ key: String) -> Setting? { settings.first { $0.key == key } }

    /// How a column is found, in the words of ``Mapping``.
    var mapping: [String: String] {
        Dictionary(
            uniqueKeysWithValues: columns.map { column in
                switch column.origin {
                case .heading(let heading): (column.name, "heading \(heading)")
                case .number(let number): (column.name, "number \(number)")
                case .capture(let name): (column.name, "capture \(name)")
                case .constant(let value): (column.name, "value \(value)")
                }
            })
    }
}
