internal import Batches
internal import CivilService
internal import Definition
internal import Files
internal import Kinerja
internal import Markup
internal import Plan
internal import Tabular
internal import Validation

/// The stages that are measured alone, each on one thread.
enum Stage: String {
    /// CSV bytes to records.
    case tokenize
    /// XML bytes to records.
    case xml
    /// CSV bytes to typed columns: `penilaian.csv`-like rows of the reference job without look-ups.
    case validate

    struct Work {
        var rows = 0
        var bytes = 0
    }

    func run(_ arguments: [String]) throws -> Work {
        switch self {
        case .tokenize: try Self.tokenize(arguments[0]) { _ in }
        case .xml: try Self.readXML(arguments[0], record: arguments[1], fields: arguments[2...])
        case .validate: try Self.validate(arguments[0], definition: arguments[1])
        }
    }

    private static func tokenize(
        _ path: String, each: (RawBatch) -> Void
    ) throws -> Work {
        var file = try InputFile(path: path)
        let dialect = CSVDialect(recordLines: 1)
        var reader = CSVReader(dialect: dialect) { output in
            try file.read(into: &output, atMost: 256 << 10) > 0
        }
        guard let layout = try reader.readHeader() else { return Work() }
        var work = Work()
        while let batch = try reader.next(cells: Array(layout.header.indices)) {
            work.rows += batch.rows.count
            work.bytes += batch.textLength
            each(batch)
        }
        return work
    }

    private static func readXML(
        _ path: String, record: String, fields: ArraySlice<String>
    ) throws -> Work {
        let paths = try XMLRecordPaths(record: record, fields: Array(fields))
        let reader = try XMLRecordReader(paths: paths, limits: XMLLimits())
        var file = try InputFile(path: path)
        var work = Work()
        var piece: [UInt8] = []
        while try file.read(into: &piece, atMost: 64 << 10) > 0 {
            work.bytes += piece.count
            try reader.push(piece.span)
            work.rows += reader.take().rows.count
            piece.removeAll(keepingCapacity: true)
        }
        try reader.finish()
        work.rows += reader.take().rows.count
        return work
    }

    /// Parses and checks `capaian.csv` of the reference job, against an empty register: every NIP look-up misses.
    private static func validate(_ path: String, definition: String) throws -> Work {
        guard let period = AppraisalPeriod(parsing: "2025") else { return Work() }
        let pipeline = try DefinitionSource.load(definition, for: period)
        guard let source = pipeline.source("capaian") else { return Work() }
        let references = References()
        var compiler = PlanCompiler(source, of: pipeline, references: references)
        let stage = ValidateStage(plan: compiler.compile(), references: references)
        return try tokenize(path) { batch in _ = stage.process(batch) }
    }
}
