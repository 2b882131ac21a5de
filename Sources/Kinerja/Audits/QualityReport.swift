internal import Arithmetic
internal import DataQuality
internal import Definition
package import Diagnostics
internal import Evidence
internal import Exporting
internal import Files

/// BKN's indicators of data quality; the answer of `kinerja audit quality`.
package struct QualityReport: AuditReport {
    private let quality: QualityAssessment
    private let record: RunRecord

    /// Reads and scores like a run, and publishes nothing.
    ///
    /// - Throws: ``RunFailure``; of kind `definition` where there is no employee master.
    package static func make(
        _ options: RunOptions, progress: RunProgress?
    ) async throws(RunFailure) -> QualityReport {
        let previous = try options.previous.map { path throws(RunFailure) in
            try PreviousRunReader.read(path)
        }
        var prepared = try await PreparedRun.prepare(
            options, try PreparedRun.definition(options), previous: previous?.identity,
            progress: progress, hashesFirst: false)
        guard prepared.definition.quality != nil else { throw Self.nothing(options) }
        let run = AppraisalRun(previous: previous?.run, kept: nil, progress: progress)
        let record = try await run.compute(&prepared)
        guard let quality = record.quality else { throw Self.nothing(options) }
        return QualityReport(quality: quality, record: record)
    }

    private static func nothing(_ options: RunOptions) -> RunFailure {
        RunFailure(
            .definition,
            Diagnostic(
                .missingKey, at: SourceLocation(file: options.definition),
                "there is no employee master whose data could be judged",
                hint: "add a source of kind master, and put its export into the inputs"))
    }

    /// Whether no indicator found a problem or failed to judge.
    package var isClean: Bool { quality.findings.isEmpty }

    /// For people at a terminal: figures and units only.
    package func text(_ language: Language) -> String {
        let (agency, score) = (quality.scopes[0], quality.scores[0])
        var text =
            language("kualitas data", "data quality") + " \(record.definition.period), "
            + language("keadaan", "as of") + " \(quality.day): \(agency.people) "
            + language("orang", "people") + ", " + language("indeks", "index") + " "
            + figure(score.index) + ", " + language("terukur", "measured") + " "
            + figure(score.measured) + " %\n"
        for dimension in QualityDimension.allCases {
            text += "  \(dimension.rawValue) \(figure(score.value(of: dimension)))\n"
            for indicator in dimension.indicators {
                text += "    \(indicator.rawValue) \(indicator.name): "
                text += line(of: indicator, language) + "\n"
            }
        }
        for (scope, score) in zip(quality.scopes, quality.scores).dropFirst() {
            text += name(of: scope, language) + ": " + figure(score.index)
            text += ", \(scope.people) " + language("orang", "people")
            text += ", " + language("terukur", "measured") + " \(figure(score.measured)) %\n"
        }
        return text
    }

    private func line(of indicator: QualityIndicator, _ language: Language) -> String {
        if let absence = quality.absence(of: indicator) { return absence(language) }
        let tally = quality.scopes[0].tallies[indicator.place]
        var text = figure(quality.scores[0].value(of: indicator))
        text += " (" + language("bermasalah", "problems") + " \(tally.problems) "
        text += language("dari", "of") + " \(tally.checked)"
        if tally.unjudged > 0 {
            text += ", " + language("tak terperiksa", "not judged") + " \(tally.unjudged)"
        }
        return text + ")"
    }

    private func name(of scope: QualityScope, _ language: Language) -> String {
        switch scope.extent {
        case .agency: language("instansi", "agency")
        case .unit(let name): VisibleText.of(name)
        case .withoutUnit: language("tanpa unit", "no unit")
        }
    }

    /// The published figure, a dash for what could not be measured.
    private func figure(_ value: Rational?) -> String {
        let publishing = record.definition.componentPublishing
        guard let figure = value.flatMap(publishing.figure) else { return "-" }
        return FixedPoint.text(figure, decimals: publishing.decimals)
    }

    /// Writes the people with a problem, with whole NIPs; the file is the owner's alone.
    ///
    /// - Throws: ``RunFailure`` of kind `output`.
    package func write(to path: String, _ language: Language) throws(RunFailure) {
        let planned = OutputCatalog.alone(.qualityFindings, record.definition)
        let rendering = TableRendering(planned, record: record, language: language)
        var bytes: [UInt8] = []
        for piece in 0..<rendering.pieceCount { bytes += rendering.piece(piece) }
        do throws(FileFailure) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw RunDirectory.failure(error)
        }
    }
}
