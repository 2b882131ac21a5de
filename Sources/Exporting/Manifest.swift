internal import Archiving
internal import CivilService
internal import Definition
package import Diagnostics
package import Evidence
internal import Regulation

/// What a run was made from and what it made: the list against which archives and outputs are
/// verified.
///
/// Everything in it follows from the inputs, the definition and the options; there is no clock.
package struct Manifest: Sendable, Hashable {
    package let program: Program
    /// Compressed bytes are equal only for equal encoders.
    package let encoders: [Encoder]
    package let language: Language
    package let pipeline: String
    package let title: String
    package let instansi: String
    /// As `--period` takes it: `2025-Q3`.
    package let period: String
    /// Twelve hexadecimal digits.
    package let runID: String
    /// 64 hexadecimal digits.
    package let identity: String
    package let definition: [NamedFile]
    package let parameters: [Parameter]
    package let inputs: [Input]
    package let outputs: [Output]
    package let previous: Previous?
    /// What was expected and not delivered; empty for a complete run.
    package let missing: [Missing]
    /// Options that change bytes, in the order given.
    package let options: [Option]

    /// Lists a finished run.
    ///
    /// `identity` has 64 hexadecimal digits; `outputs` come in the order written, and the manifest
    /// itself is none of them; `previousChecksum` is the SHA-256 of the previous run's manifest.
    package init(
        _ record: RunRecord, program: Program, language: Language, identity: String,
        outputs: [Output], options: [Option] = [], encoders: [Encoder]? = nil,
        previousChecksum: String? = nil
    ) {
        let definition = record.definition
        self.program = program
        self.encoders = encoders ?? Self.encoders(of: record, outputs)
        self.language = language
        pipeline = definition.name
        title = definition.title
        instansi = definition.instansi
        period = definition.period.description
        runID = record.runID
        self.identity = identity
        self.definition = definition.files.map { file in
            NamedFile(
                name: file.name, sha256: Checksum.of(file.bytes.span).description,
                size: file.bytes.count)
        }
        parameters = definition.parameters.map { use in
            Parameter(
                name: use.name, effective: use.effective.description,
                citation: use.citation.description, status: use.status.rawValue,
                note: use.note)
        }
        inputs = record.files.map { file in
            Input(
                path: file.path, source: file.source, supplier: file.supplier,
                sha256: file.checksum, size: file.size, replacedBy: file.replacedBy,
                rows: RowTotals(file))
        }
        self.outputs = outputs
        previous = record.previous.map { run in
            Previous(run: run.runID, period: run.period.description, sha256: previousChecksum)
        }
        missing = record.shortfalls.map { shortfall in
            Missing(
                kind: shortfall.kind.rawValue, source: shortfall.source,
                supplier: shortfall.supplier, agency: shortfall.agency,
                expected: shortfall.expected, found: shortfall.found)
        }
        self.options = options
    }

    /// A manifest read back.
    init(
        program: Program, encoders: [Encoder], language: Language, pipeline: String,
        title: String, instansi: String, period: String, runID: String, identity: String,
        definition: [NamedFile], parameters: [Parameter], inputs: [Input], outputs: [Output],
        previous: Previous?, missing: [Missing], options: [Option]
    ) {
        self.program = program
        self.encoders = encoders
        self.language = language
        self.pipeline = pipeline
        self.title = title
        self.instansi = instansi
        self.period = period
        self.runID = runID
        self.identity = identity
        self.definition = definition
        self.parameters = parameters
        self.inputs = inputs
        self.outputs = outputs
        self.previous = previous
        self.missing = missing
        self.options = options
    }

    /// Those that the run's bytes depend on: tables are packed by one, the archive by the other.
    private static func encoders(of record: RunRecord, _ outputs: [Output]) -> [Encoder] {
        var encoders: [Encoder] = []
        if outputs.contains(where: { $0.name.hasSuffix(".gz") }) { encoders.append(.libdeflate) }
        if record.definition.export.hasArchive { encoders.append(.zlib) }
        return encoders
    }

    package struct Program: Sendable, Hashable, Codable {
        package let name: String
        package let version: String
        /// Of the sources that the program was built from.
        package let stamp: String

        package init(name: String, version: String, stamp: String) {
            self.name = name
            self.version = version
            self.stamp = stamp
        }
    }

    package struct Encoder: Sendable, Hashable, Codable {
        package let name: String
        package let version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }

        /// The libdeflate in use, which packs tables.
        package static var libdeflate: Encoder {
            Encoder(name: "libdeflate", version: EncoderVersion.libdeflate)
        }

        /// The zlib in use, which packs the archive.
        package static var zlib: Encoder {
            Encoder(name: "zlib", version: EncoderVersion.zlib)
        }
    }

    /// A file of the definition: itself, its tables and parameters.
    package struct NamedFile: Sendable, Hashable, Codable {
        package let name: String
        package let sha256: String
        /// Bytes.
        package let size: Int
    }

    /// A dated parameter that entered a result.
    package struct Parameter: Sendable, Hashable, Codable {
        package let name: String
        package let effective: String
        package let citation: String
        /// `confirmed`, `unconfirmed`, or `supposed` for a value in place of the law.
        package let status: String
        /// What a reader of the value should know; manifests of earlier builds have none.
        package let note: String?
    }

    package struct Input: Sendable, Hashable, Codable {
        /// Relative to the inputs.
        package let path: String
        package let source: String
        package let supplier: String
        package let sha256: String
        /// Bytes of the file as it is.
        package let size: Int
        /// The path that counts instead, `nil` for a file that counts.
        package let replacedBy: String?
        package let rows: RowTotals

        enum CodingKeys: String, CodingKey {
            case path
            case source
            case supplier
            case sha256
            case size
            case replacedBy = "replaced_by"
            case rows
        }
    }

    package struct Output: Sendable, Hashable, Codable {
        package let name: String
        /// Of the uncompressed bytes.
        package let sha256: String
        /// Uncompressed.
        package let bytes: Int
        /// Rows of a table without heading and trailer, `nil` for other files.
        package let rows: Int?

        package init(name: String, sha256: String, bytes: Int, rows: Int?) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
            self.rows = rows
        }
    }

    package struct Previous: Sendable, Hashable, Codable {
        package let run: String
        package let period: String
        /// Of its manifest.
        package let sha256: String?
    }

    /// Something that the definition expects.
    package struct Missing: Sendable, Hashable, Codable {
        /// `agency`, `files`, `rows` or `freshness`.
        package let kind: String
        package let source: String
        package let supplier: String
        package let agency: String?
        package let expected: String
        package let found: String
    }

    package struct Option: Sendable, Hashable, Codable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}
