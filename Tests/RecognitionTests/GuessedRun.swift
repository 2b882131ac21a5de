internal import Batches
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Ingestion
internal import TestSupport

@testable internal import Recognition

/// Files beside a register, the definition that guess drafts for them, and what it reads from them.
struct GuessedRun {
    static let nips = ["199001012015031099", "198502022010012088"]
    static let register = """
        NIP,NAMA,UNIT KERJA
        \(nips[0]),CONTOH SATU,Puskesmas Passo
        \(nips[1]),CONTOH DUA,Dinas Contoh

        """

    private let folder: TemporaryFolder
    let draft: DefinitionDraft
    let text: String

    /// Writes the files; where the file is the register itself, no other stands beside it.
    init(_ path: String, _ bytes: [UInt8], isRegister: Bool = false) throws {
        folder = try TemporaryFolder()
        var files = [(path, bytes)]
        if !isRegister { files.append(("zz-daftar.csv", Array(Self.register.utf8))) }
        var found: [(path: String, recognition: Recognition)] = []
        for (path, bytes) in files {
            try Disk.write(bytes, to: folder(path))
            let sample = ExportSample(path: path, bytes: bytes, isWhole: true)
            found.append((path, Recognizer.recognize(sample)))
        }
        draft = DefinitionDraft(found)
        text = draft.text(.indonesian)
    }

    /// The drafted definition, loaded as a run loads it.
    func definition() throws -> PipelineDefinition {
        let bytes = Array(text.utf8)
        guard let period = AppraisalPeriod(parsing: "2025") else { throw Missing() }
        return try DefinitionLoader(name: "tebakan.yaml") { $0 == "tebakan.yaml" ? bytes : nil }
            .load(for: period)
    }

    /// The rows of the source of a kind: cells by column, or the fault of a row that is none.
    func rows(_ kind: Kind) throws -> [[String: String]] {
        let definition = try definition()
        guard let source = definition.sources.first(where: { $0.kind == kind }) else {
            throw Missing()
        }
        let listing = try InputListing(of: folder.path, for: definition)
        var entries: [InputEntry] = []
        for claim in listing.claims {
            entries.append(try InputInventory.hashedEntry(of: claim, in: folder.path))
        }
        let inventory = try InputInventory(
            entries, findings: listing.findings, definition: definition)
        var rows: [[String: String]] = []
        for entry in inventory.entries where entry.source == source.name {
            let reader = try RecordReader(entry, of: source, root: folder.path, chunkBytes: 1 << 16)
            while let piece = try reader.next() {
                let batch = piece.cut()
                _ = reader.book(batch)
                for (row, origin) in batch.rows.enumerated() {
                    if origin.fault != .none {
                        rows.append(["fault": "\(origin.fault)"])
                        continue
                    }
                    var cells: [String: String] = [:]
                    for (place, column) in source.columns.enumerated() {
                        let bytes = batch.plainText(batch.field(row: row, column: place))
                        cells[column.name] = String(decoding: bytes, as: UTF8.self)
                    }
                    rows.append(cells)
                }
            }
        }
        return rows
    }

    struct Missing: Error {}
}
