internal import Arithmetic
internal import CivilService
package import Definition
internal import Diagnostics
internal import Spelling

/// Compiles the definition of one source, once the sources that it refers to are known.
package struct PlanCompiler {
    let definition: PipelineDefinition
    let references: References
    let source: SourceDefinition
    let captures: [String: String]
    var faults: [FaultDescriptor] = []

    /// `captures`: Pieces of the path of the file to be read (`within: { capture: … }`).
    package init(
        _ source: SourceDefinition, of definition: PipelineDefinition, references: References,
        captures: [String: String] = [:]
    ) {
        self.definition = definition
        self.references = references
        self.source = source
        self.captures = captures
    }

    package mutating func compile() -> SourcePlan {
        let columns = source.columns.enumerated().map { index, column in
            self.column(column, at: index)
        }
        let records = recordFaults()
        let dated = source.columns.firstIndex { $0.name == "tanggal" || $0.name == "bulan" }
        let isMonth = dated.map { source.columns[$0].name == "bulan" } ?? false
        return SourcePlan(
            source: source, columns: columns,
            key: source.key.compactMap { name in source.columns.firstIndex { $0.name == name } },
            periodColumn: Self.belongsToPeriod(source.kind) ? dated : nil,
            spanColumns: source.kind == .outcome ? places(of: ["mulai", "sampai"]) : [],
            yearColumn: source.kind == .outcome ? places(of: ["tahun"]).first : nil,
            periodFirst: Self.first(of: definition.period, isMonth: isMonth),
            periodLast: Self.last(of: definition.period, isMonth: isMonth),
            year: wantedYear,
            faults: faults, recordFaults: records,
            answerColumn: source.columns.firstIndex { $0.name == "nilai" && $0.origin == .pivot })
    }

    /// The year of rows that belong to the period; none where rows state nothing finer and the period is shorter.
    private var wantedYear: Int64 {
        let isWhole = definition.period.length == .year
        return isWhole || !places(of: ["mulai", "sampai"]).isEmpty
            ? Int64(definition.period.last.year) : .min
    }

    private func places(of names: [String]) -> [Int] {
        names.compactMap { name in source.columns.firstIndex { $0.name == name } }
    }

    /// Kinds whose rows are facts of one period; a competency once judged counts until judged again.
    private static func belongsToPeriod(_ kind: Kind) -> Bool {
        switch kind {
        case .attainment, .rating, .attendance, .survey, .training: true
        default: false
        }
    }

    static func first(of period: AppraisalPeriod, isMonth: Bool) -> Int64 {
        isMonth ? Int64(period.first.monthIndex.index) : Int64(period.first.dayNumber)
    }

    static func last(of period: AppraisalPeriod, isMonth: Bool) -> Int64 {
        isMonth ? Int64(period.last.monthIndex.index) : Int64(period.last.dayNumber)
    }

    private mutating func recordFaults() -> SourcePlan.RecordFaults {
        SourcePlan.RecordFaults(
            cellCount: fault(
                .cellCount,
                expected: Wording("jumlah sel seperti judul", "the header's number of cells")),
            quoting: fault(
                .quoting,
                expected: Wording(
                    "kutip yang membuka dan menutup satu sel utuh",
                    "quotes that open and close around a whole cell")),
            tooLong: fault(
                .tooLong,
                expected: Wording(
                    "rekaman dalam batas yang dinyatakan", "a record within the declared limits")),
            encoding: fault(
                .encoding,
                expected: Wording(
                    "teks dengan penyandian yang dinyatakan", "text of the declared encoding")),
            blank: fault(.blank, expected: Wording("sebuah rekaman", "a record")),
            duplicate: fault(
                .duplicate,
                expected: Wording(
                    "kunci yang belum ada di baris sebelumnya", "a key that no earlier row has")),
            conflictingDuplicates: fault(
                .conflictingDuplicates,
                expected: Wording(
                    "satu pernyataan untuk setiap fakta", "one statement of each fact"),
                own: source.codes[.duplicate] ?? "duplicate"),
            correctionMismatch: fault(
                .correctionMismatch,
                expected: Wording(
                    "nilai lama seperti pada ekspor", "the old value as the export states it")))
    }

    /// Registers a fault and returns its index in the plan.
    mutating func fault(
        _ code: DiagnosticCode, column: Int? = nil, expected: Wording, own: String? = nil
    ) -> Int32 {
        let label = own ?? source.codes[code] ?? code.faultName ?? code.rawValue
        faults.append(
            FaultDescriptor(
                code: code.rawValue, label: label, column: column, expected: expected,
                isOwnCode: own != nil || source.codes[code] != nil))
        return Int32(faults.count - 1)
    }

    private mutating func column(
        _ column: SourceDefinition.Column, at index: Int
    ) -> ColumnPlan {
        let kindColumn = source.kind.column(column.name)
        let type = kindColumn?.type ?? .text
        let rules = source.rules.filter { $0.column == column.name }
        let (parser, denominator, expected) = parser(of: column, type: type, rules: rules)
        let typeFault = fault(
            Self.typeCode(of: type, isWord: source.words?.column == column.name), column: index,
            expected: expected)
        let scaleFault =
            type == .rating ? fault(.range, column: index, expected: expected) : typeFault
        let required = isRequired(column, kindColumn: kindColumn, rules: rules)
        let missing = required ? missingFault(of: column, type: type, at: index) : nil
        let cellFault = isSheet ? fault(.brokenCell, column: index, expected: Self.wholeCell) : nil
        let reference = reference(of: column.name)
        let referenceFault =
            reference.map { fault($0.code, column: index, expected: $0.expected) } ?? -1
        var checks = rules.compactMap { check($0, at: index, denominator: denominator) }
        if source.outsidePeriod == .reject, ["tanggal", "bulan"].contains(column.name) {
            checks.insert(periodCheck(at: index, name: column.name), at: 0)
        }
        let nipFaults = type == .nip ? nipFaults(at: index) : nil
        if let nipFaults, source.kind == .register, column.name == "nip",
            definition.nipCheck == .anatomy
        {
            // Elsewhere such a number is unknown; here it would make a person of its own.
            checks.insert(
                Check(test: .wholeNIP, condition: nil, fault: nipFaults.lostDigits), at: 0)
        }
        return ColumnPlan(
            name: column.name, heading: heading(of: column), type: type, parser: parser,
            denominator: denominator, isTrimmed: source.format.trims, nulls: nullSpellings,
            longestNull: source.nulls.map(\.utf8.count).max() ?? 0,
            hasDigitsInNulls: source.nulls.contains { $0.contains(where: \.isNumber) },
            missingFault: missing,
            typeFault: typeFault, nipFaults: nipFaults,
            cellFault: cellFault, scaleFault: scaleFault, reference: reference?.reference,
            referenceFault: referenceFault, checks: checks)
    }

    private var isSheet: Bool {
        if case .sheet = source.format { true } else { false }
    }

    private static let wholeCell = Wording(
        "nilai, bukan galat atau bilangan lebih dari 15 angka",
        "a value, not an error or a number of more than 15 digits")

    /// Spellings of "no value"; `nil` where the source declares none.
    var nullSpellings: SpellingTable? {
        source.nulls.isEmpty
            ? nil
            : SpellingTable(
                source.nulls.enumerated().map { ($0.element, Int32($0.offset)) }, folded: false)
    }

    /// The NIP of a pivot is absent where its heading names nobody.
    private mutating func missingFault(
        of column: SourceDefinition.Column, type: ValueType, at index: Int
    ) -> Int32 {
        guard column.origin == .pivot, column.name == "nip" else {
            return fault(.missing, column: index, expected: type.expectation)
        }
        return fault(
            .headingPerson, column: index,
            expected: Wording(
                "judul yang menyebut tepat satu orang dari daftar pegawai",
                "a heading that names exactly one person of the staff list"))
    }

    private func heading(of column: SourceDefinition.Column) -> String {
        switch column.origin {
        case .heading(let heading): heading
        case .number(let number): "\(number)"
        case .capture(let name): "{\(name)}"
        case .constant: column.name
        case .pivot: source.pivot?.heading.text ?? column.name
        }
    }

    private static func typeCode(of type: ValueType, isWord: Bool) -> DiagnosticCode {
        switch type {
        case .nip: .nip
        case .text: .encoding
        case .integer, .decimal: .number
        case .rating: isWord ? .word : .number
        case .date, .month: .date
        case .flag: .flag
        case .golongan: .golongan
        }
    }

    private func isRequired(
        _ column: SourceDefinition.Column, kindColumn: KindColumn?, rules: [RuleDefinition]
    ) -> Bool {
        for rule in rules where rule.condition == nil {
            if case .required(let required) = rule.test { return required }
        }
        return kindColumn?.isRequired ?? false
    }

    private func reference(
        of name: String
    ) -> (reference: ColumnPlan.Reference, code: DiagnosticCode, expected: Wording)? {
        guard source.kind.readingOrder >= Kind.register.readingOrder else { return nil }
        switch name {
        case "nip" where source.kind != .register:
            return (
                .people, .unknownPerson,
                Wording("NIP yang ada di data pegawai", "a NIP of the register")
            )
        case "indikator":
            guard !definition.namesActivities(source.name),
                let table = references.indicators
            else { return nil }
            return (
                .table(table), .unknownIndicator,
                Wording("kode di tabel indikator", "a code of the indicator source")
            )
        // An SKP may name a unit of its time; what is known of it does not depend on the name.
        case "unit" where source.kind != .outcome:
            guard let table = references.units else { return nil }
            return (.table(table), .unknownUnit, Wording("unit yang dikenal", "a known unit"))
        default:
            return nil
        }
    }
}
