import Archiving
import Batches
import CivilService
import Definition
import Diagnostics
import Evidence
import Exporting
import Plan

/// A run made by hand: a definition, a register, and results as a test states them.
struct SampleRun {
    struct Person {
        var nip: UInt64
        var name: String
        var unit: String
        var position = "Analis"
        var superior: UInt64?
        var status = PersonStatus.ranked
        /// Hundredths.
        var final: Int64 = Results.absent
        /// Place in the predikat names of the scale.
        var predikat: Int16 = -1
        /// Ten-thousandths, by component; `nil` is missing.
        var points: [Int64?] = [nil, nil]
        var isStated = [false, false]
        var scheme: Int16 = 0
        var reason = ""
        var factor: Int64 = 1_000_000
    }

    var people: [Person]
    /// Person indexes; everyone ranked, in the order given, where a test does not state it.
    var listing: [Int32]?
    /// By group and person.
    var ranks: [[Int32]] = []
    var groupSizes: [[Int32]] = []
    var files: [FileAccount] = []
    var rejects: [RejectedRow] = []
    var faults: [[FaultNote]] = []
    var findings: [Finding] = []
    var monitoring: [MonitoringRow] = []
    var gaps: [GapRow] = []
    var satisfaction: [Int64?] = []
    var previous: PreviousRun?
    /// Top-level keys that are put behind the definition's own.
    var extra = ""
    /// The `publish:` of the score.
    var publish = "{ akhir: { decimals: 2 }, komponen: { decimals: 4 } }"
    var components = """
                - { id: capaian, title: Capaian kerja, method: attainment, from: [kerja], weight: 60 }
                - { id: perilaku, title: Perilaku, method: rating, roles: { atasan: 100 },
                    from: [nilai], weight: 40, missing: reweight }
        """
    var predikat = "[ { predikat: Sangat Baik, from: 90 }, { predikat: Baik } ]"
    /// Parameter files by their names in the folder `hukum`.
    var law: [String: String] = [:]
    /// One more source.
    var anotherSource = ""
    /// Cells of a source `mutasi` of kind `event`; dates as days.
    var events: [[String?]] = []
    var persons: PersonBalance?

    init(_ people: [Person]) { self.people = people }

    var yaml: String {
        """
        kinerja: 1
        pipeline: contoh
        title: Penilaian contoh
        instansi: Dinas Contoh
        period: quarter
        nip: syntax
        \(law.isEmpty ? "" : "regulation: hukum")
        ingest:
          pegawai:
            kind: register
            supplier: BKPSDM
            files: pegawai.csv
            columns: { nip: NIP, nama: NAMA, unit: UNIT, jabatan: JABATAN, atasan: ATASAN }
          indikator: { kind: indicator, files: indikator.csv, columns: { indikator: kode } }
          kerja:
            kind: attainment
            supplier: Bappeda
            files: kerja.csv
            columns: { nip: NIP, indikator: K, target: T, realisasi: R }
          nilai:
            kind: rating
            supplier: Aplikasi perilaku
            files: nilai.csv
            columns: { nip: NIP, peran: P, nilai: N }
        \(anotherSource)
        score:
          publish: \(publish)
          schemes:
            - id: umum
              title: Umum
              components:
        \(components)
              predikat: \(predikat)
        \(extra)
        """
    }

    func definition() throws -> PipelineDefinition {
        var files = law.map { ("hukum/\($0.key).yaml", Array($0.value.utf8)) }
        files.append(("contoh.yaml", Array(yaml.utf8)))
        let byName = Dictionary(uniqueKeysWithValues: files)
        let period = try require(AppraisalPeriod(parsing: "2025-Q3"))
        return try DefinitionLoader(name: "contoh.yaml") { byName[$0] }.load(for: period)
    }

    func record() throws -> RunRecord {
        let definition = try definition()
        let evidence = try evidence(definition)
        let listing =
            listing
            ?? people.indices.filter { people[$0].status == .ranked }.map(Int32.init)
        let ranking = RankTable(
            listing: listing, groups: definition.rank.within, ranks: ranks,
            groupSizes: groupSizes)
        return RunRecord(
            definition: definition, evidence: evidence, results: results(definition),
            ranking: ranking, files: files, rejects: rejects, faults: faults,
            findings: findings, persons: persons ?? balance, monitoring: monitoring, gaps: gaps,
            satisfaction: satisfaction, previous: previous, runID: "0123456789ab")
    }

    /// One output as text.
    func output(
        _ name: String, _ language: Language = .indonesian
    ) throws -> String {
        let record = try record()
        let planned = try OutputCatalog.outputs(of: record.definition)
        let output = try require(planned.first { $0.name == name })
        var bytes: [UInt8] = []
        let rendering = TableRendering(output, record: record, language: language)
        for index in 0..<rendering.pieceCount { bytes += rendering.piece(index) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var balance: PersonBalance {
        var balance = PersonBalance()
        balance.registered = people.count
        balance.ranked = people.count { $0.status == .ranked }
        balance.unscored = people.count { $0.status == .unscored }
        balance.excluded = people.count { $0.status == .excluded }
        return balance
    }

    private func results(_ definition: PipelineDefinition) -> Results {
        var results = Results(definition: definition)
        for person in people {
            results.statuses.append(person.status)
            results.schemes.append(person.scheme)
            results.finals.append(person.final)
            results.predikat.append(person.predikat)
            results.factors.append(person.factor)
            for column in results.components.indices {
                results.components[column].append(person.points[column] ?? Results.absent)
                results.isStated[column].append(person.isStated[column])
            }
            guard !person.reason.isEmpty else {
                results.reasons.append(-1)
                continue
            }
            results.reasons.append(Int32(results.reasonNames.count))
            results.reasonNames.append(person.reason)
            results.reasonComponents.append([])
        }
        return results
    }

    private func evidence(_ definition: PipelineDefinition) throws -> EvidenceSet {
        let rows = people.map { person in
            [
                "\(person.nip)", person.name, person.unit, person.position,
                person.superior.map { "\($0)" },
            ]
        }
        var references = References()
        let source = try require(definition.source("pegawai"))
        let store = Self.store(rows, of: source, definition, references)
        references.units = ReferenceBuilder.units(of: [store], definition: definition)
        let events = definition.source("mutasi").map {
            Self.store(self.events, of: $0, definition, references)
        }
        var builder = PopulationBuilder(
            definition: definition, references: references, registers: [store],
            events: events.map { [$0] } ?? [])
        return EvidenceSet(
            definition: definition, references: references, population: builder.build().population,
            referenceStores: [], evidence: [:], sums: [:])
    }

    /// Rows as a stage would have checked them, folded into the store that the run keeps.
    private static func store(
        _ rows: [[String?]], of source: SourceDefinition, _ definition: PipelineDefinition,
        _ references: References
    ) -> RowStore {
        var compiler = PlanCompiler(source, of: definition, references: references)
        let plan = compiler.compile()
        var text: [UInt8] = []
        var columns = plan.columns.map { _ in TypedColumn() }
        for row in rows {
            for (place, cell) in row.enumerated() {
                guard let cell else {
                    columns[place].values.append(TypedColumn.null)
                    continue
                }
                if plan.columns[place].type == .text {
                    let slice = TypedColumn.slice(offset: text.count, count: cell.utf8.count)
                    columns[place].values.append(slice)
                    text += cell.utf8
                } else {
                    columns[place].values.append(Int64(cell) ?? TypedColumn.null)
                }
            }
        }
        var raw = RawBatch(text: text, columnCount: plan.columns.count)
        raw.rows = rows.indices.map { RowOrigin(line: UInt32($0), start: 0, end: 0) }
        var batch = EvidenceBatch(
            checked: CheckedBatch(
                raw: raw, columns: columns,
                outcomes: Array(repeating: .used, count: rows.count), rejects: []))
        var fold = SourceFold(plan: plan, keepsRows: true, sums: [], people: 0..<0)
        fold.fold(&batch, file: 0, firstLine: 2)
        return fold.store
    }
}

/// What a sample was built to have.
struct MissingSample: Error {}

func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw MissingSample() }
    return value
}
