import Batches
import CivilService
import Definition
import Diagnostics
import Foundation
import Glibc
import Ingestion

/// A folder of inputs of one test's own, gone with the test.
struct InputFolder: ~Copyable {
    let path: String

    /// - Parameter files: Text by path below the folder.
    init(_ files: [String: String] = [:]) {
        var template = Array("/tmp/kinerja-masukan-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, let name = unsafe mkdtemp(start) else {
                return nil
            }
            return unsafe String(cString: name)
        }
        path = made ?? ""
        precondition(!path.isEmpty, "no temporary folder could be made")
        for (name, text) in files { write(Array(text.utf8), to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ bytes: [UInt8], to name: String) {
        let parts = name.split(separator: "/").dropLast()
        for count in parts.indices.map({ $0 + 1 }) {
            _ = unsafe mkdir("\(path)/" + parts.prefix(count).joined(separator: "/"), 0o700)
        }
        let descriptor = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        precondition(descriptor >= 0, "cannot write \(name)")
        precondition(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
    }

    func link(_ name: String, to target: String) {
        precondition(unsafe symlink(target, "\(path)/\(name)") == 0, "cannot link \(name)")
    }

    /// Lists and reads the inputs as a run does.
    func inventory(_ definition: PipelineDefinition) throws(RunFailure) -> InputInventory {
        let listing = try InputListing(of: path, for: definition)
        var entries: [InputEntry] = []
        for claim in listing.claims {
            entries.append(try InputInventory.hashedEntry(of: claim, in: path))
        }
        return try InputInventory(entries, findings: listing.findings, definition: definition)
    }

    /// All rows of a source, each cell as text, after the 1-based line of the row; `nil` cells are absent.
    func rows(
        _ source: String, _ definition: PipelineDefinition, chunkBytes: Int = 1 << 20
    ) throws(RunFailure) -> [[String]] {
        var rows: [[String]] = []
        let inventory = try inventory(definition)
        guard let source = definition.source(source) else { return [] }
        for entry in inventory.entries where entry.source == source.name && entry.fate == .read {
            let reader = try RecordReader(entry, of: source, root: path, chunkBytes: chunkBytes)
            while let piece = try reader.next() {
                let batch = piece.cut()
                let firstLine = reader.book(batch)
                for (row, origin) in batch.rows.enumerated() {
                    var cells = ["\(firstLine + origin.line)"]
                    if origin.fault != .none {
                        cells.append("\(origin.fault)")
                    } else {
                        for column in 0..<batch.columnCount {
                            let bytes = batch.plainText(batch.field(row: row, column: column))
                            cells.append(String(decoding: bytes, as: UTF8.self))
                        }
                    }
                    rows.append(cells)
                }
            }
        }
        return rows
    }

    /// A definition whose source `hadir` has these keys, in one flow map.
    static func definition(_ keys: String) throws(RunFailure) -> PipelineDefinition {
        let text = """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: year
            ingest:
              pegawai: { kind: register, files: pegawai.csv, columns: { nip: NIP }, optional: true }
              hadir: { kind: attendance, \(keys) }
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """
        guard let period = AppraisalPeriod(parsing: "2025") else {
            throw RunFailure(.internal, [])
        }
        return try DefinitionLoader(name: "uji.yaml") { _ in Array(text.utf8) }.load(for: period)
    }
}
