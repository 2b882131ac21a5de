internal import CMeasurement

/// What is measured, each in a process of its own; the stages of rows and people on one thread.
enum Stage: String, CaseIterable {
    /// Fixed work that knows nothing of kinerja: how fast this machine is just now.
    case calibrate
    /// Bytes of `capaian.csv` to cells, with the reading of the file.
    case tokenize
    /// Cells to typed columns and outcomes, against the people of the register.
    case validateCapaian = "validate:capaian"
    case validatePenilaian = "validate:penilaian"
    case validateKehadiran = "validate:kehadiran"
    /// Typed columns to settled duplicates and sums.
    case foldCapaian = "fold:capaian"
    case foldPenilaian = "fold:penilaian"
    case foldKehadiran = "fold:kehadiran"
    /// Sums to points, finals and predikat.
    case score
    /// Results to listing order and ranks.
    case rank
    /// `hasil.csv` as text.
    case render
    /// The text of `hasil.csv`, compressed.
    case pack
    /// Bytes of `penilaian.xml` to records.
    case xml
    /// The same bytes through libxml2 alone, to functions that do nothing: the floor of `xml`.
    case sax
    /// A payment of 100,000 invented people to all its files.
    case payFiles = "pay:files"
    /// The same files held against one another.
    case payCheck = "pay:check"
    /// A whole run on two threads, as a whole and by its stages.
    case run

    /// Times that a stage of rows or people is measured in one process: once is over too soon to be timed.
    private static let repetitions = 5

    /// - Returns: One measurement; of a whole run, and of each of its stages.
    func run(
        definition: String, inputs: String, output: String
    ) async throws -> [(name: String, measured: Measurement)] {
        switch self {
        case .run:
            try await WholeRun.measure(definition: definition, inputs: inputs, output: output)
        default: [(rawValue, try measure(definition: definition, inputs: inputs))]
        }
    }

    private func measure(definition: String, inputs: String) throws -> Measurement {
        func job() throws -> ReferenceRun {
            try ReferenceRun(definition: definition, inputs: inputs)
        }
        func rows(_ step: ReferenceRun.Step, of source: String) throws -> Measurement {
            try job().measure(step, of: source, times: Self.repetitions)
        }
        switch self {
        case .calibrate: return calibrate()
        case .tokenize: return try rows(.tokenize, of: "capaian")
        case .validateCapaian: return try rows(.validate, of: "capaian")
        case .validatePenilaian: return try rows(.validate, of: "penilaian")
        case .validateKehadiran: return try rows(.validate, of: "kehadiran")
        case .foldCapaian: return try rows(.fold, of: "capaian")
        case .foldPenilaian: return try rows(.fold, of: "penilaian")
        case .foldKehadiran: return try rows(.fold, of: "kehadiran")
        case .score: return try PeopleStages(job()).score(times: Self.repetitions)
        case .rank: return try PeopleStages(job()).rank(times: Self.repetitions)
        case .render: return try PeopleStages(job()).render(times: Self.repetitions)
        case .pack: return try PeopleStages(job()).pack(times: Self.repetitions)
        case .xml: return try MarkupStages(inputs: inputs).records()
        case .sax: return try MarkupStages(inputs: inputs).bareEvents()
        case .payFiles: return try PaymentStages().render()
        case .payCheck: return try PaymentStages().check()
        case .run: return Measurement()
        }
    }

    /// As if for a million rows, so that its figure per million rows is the seconds of the loop.
    private func calibrate() -> Measurement {
        var watch = Stopwatch()
        let sum = watch.measure { kinerja_calibrate() }
        precondition(sum != 0, "the loop gives the same sum everywhere")
        watch.add(rows: 1_000_000)
        return watch.finish()
    }
}
