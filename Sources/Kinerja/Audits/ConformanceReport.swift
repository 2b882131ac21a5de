internal import Arithmetic
internal import CivilService
internal import Definition
package import Diagnostics
internal import Evidence
internal import Files
internal import Formulas
internal import Regulation
internal import Scoring
internal import Tabular

/// Whether predikat and their distribution are what the rule in force gives; the answer of `kinerja audit conformance`.
package struct ConformanceReport: AuditReport {
    /// Absent where the definition does not ask for it.
    private let rows: ConformanceAudit?
    private let distribution: DistributionAudit?
    private let record: RunRecord

    /// Reads and scores like a run, and publishes nothing.
    ///
    /// - Throws: ``RunFailure``; of kind `definition` where nothing is to be audited.
    package static func make(
        _ options: RunOptions, progress: RunProgress?
    ) async throws(RunFailure) -> ConformanceReport {
        var prepared = try await PreparedRun.prepare(
            options, try PreparedRun.definition(options), previous: nil, progress: progress,
            hashesFirst: false)
        guard !prepared.definition.audit.isEmpty else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .missingKey, at: SourceLocation(file: options.definition),
                    "there is nothing to audit in the period \(options.period)",
                    hint:
                        "map hasil_kerja, perilaku_kerja and hasil_akhir of a source of kind outcome, or capaian of the "
                        + "units; 'regulation' must lead to the parameter 'dasar-penilaian', which must be panrb6-2022"
                ))
        }
        let run = AppraisalRun(previous: nil, kept: nil, progress: progress)
        return ConformanceReport(try await run.compute(&prepared))
    }

    private init(_ record: RunRecord) {
        self.record = record
        rows = ConformanceAudit(record.evidence)
        distribution = DistributionAudit(record.evidence, record.results)
    }

    /// Whether no row and no unit is a finding.
    package var isClean: Bool {
        let units = distribution?.units ?? []
        return (rows?.rows ?? []).isEmpty
            && units.allSatisfy { AuditText.finding($0, record.evidence) == nil }
    }

    /// For people at a terminal: NIPs masked.
    package func text(_ language: Language) -> String {
        rowText(language) + distributionText(language)
    }

    private func rowText(_ language: Language) -> String {
        guard let rows else { return "" }
        var text = ""
        for row in rows.rows {
            let unit = cell(.unit, row)
            text +=
                "\(cell(.file, row)):\(cell(.line, row)): "
                + Masking.quoted(cell(.nip, row)) + (unit.isEmpty ? "" : " \(unit)") + ": "
                + AuditText.message(row)(language) + "\n"
            if let basis = basis(row) { text += "  ← \(basis)\n" }
        }
        let differing = rows.rows.count {
            if case .differs = $0.conformance { true } else { false }
        }
        return text
            + language("kesesuaian predikat", "conformance of predikat") + ": "
            + language("sesuai", "conforming") + " \(rows.agreeing), "
            + language("berbeda", "differing") + " \(differing), "
            + language("tidak dapat diperiksa", "not to be judged")
            + " \(rows.rows.count - differing), "
            + language("belum diputuskan", "undecided") + " \(rows.undecided)\n"
    }

    private func distributionText(_ language: Language) -> String {
        guard let distribution, let rule = record.definition.audit.distribution else { return "" }
        var text = language("pola distribusi", "distribution") + " (\(rule.use.citation)"
        text += ", " + language("sedikitnya", "at least") + " \(rule.minimum.value.exactText) "
        text += language("orang", "people") + "):\n"
        for unit in distribution.units {
            let counts = zip(distribution.predikat, unit.counts).map { "\($0) \($1)" }
            text += "  \(record.evidence.population.unitNames[unit.unit]): n \(unit.evaluated); "
            text += "capaian \(unit.achievement ?? "-"); "
            text += counts.joined(separator: ", ")
            text += "; \(AuditText.verdict(unit)(language))\n"
        }
        return text
    }

    /// What follows from the ratings, with the article.
    private func basis(_ row: ConformanceAudit.Row) -> String? {
        record.definition.audit.conformance?
            .basis(hasil: row.hasil ?? "", perilaku: row.perilaku ?? "")?.description
    }

    // MARK: The file

    private enum Field: String, CaseIterable {
        case file = "berkas"
        case line = "baris"
        case nip
        case unit
        case hasil = "hasil_kerja"
        case perilaku = "perilaku_kerja"
        case akhir = "hasil_akhir"
        case given = "menurut_aturan"
        case message = "keterangan"
        case basis = "dasar"
    }

    /// Writes the rows that do not conform or cannot be judged, with whole NIPs; the file is the owner's alone.
    ///
    /// - Throws: ``RunFailure`` of kind `output`.
    package func write(to path: String, _ language: Language) throws(RunFailure) {
        let all = rows?.rows ?? []
        var bytes: [UInt8] = []
        let isSafe = Field.allCases.map { $0 != .line }
        let writer = CSVWriter(delimiter: UInt8(ascii: ","), spreadsheetSafe: isSafe)
        var heading = CellBlock(cells: Field.allCases.count)
        for field in Field.allCases {
            heading.append(field.rawValue)
            heading.endCell()
            heading.endColumn()
        }
        writer.append(heading, to: &bytes)
        if !all.isEmpty {
            var block = CellBlock(cells: Field.allCases.count * all.count)
            for field in Field.allCases {
                for row in all {
                    block.append(
                        field == .message ? AuditText.message(row)(language) : cell(field, row))
                    block.endCell()
                }
                block.endColumn()
            }
            writer.append(block, to: &bytes)
        }
        do throws(FileFailure) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    private func cell(_ field: Field, _ row: ConformanceAudit.Row) -> String {
        let person = Int(row.place.person)
        let population = record.evidence.population
        switch field {
        case .file: return record.files[Int(row.place.file)].path
        case .line: return "\(row.place.line)"
        case .nip: return person < 0 ? "" : NIP(unchecked: population.nips[person]).description
        case .unit:
            let unit = person < 0 ? -1 : Int(population.units[person])
            return unit < 0 ? "" : population.unitNames[unit]
        case .hasil: return row.hasil ?? ""
        case .perilaku: return row.perilaku ?? ""
        case .akhir: return row.akhir ?? ""
        case .given:
            if case .differs(let given) = row.conformance { return given }
            return ""
        case .message: return ""
        case .basis: return basis(row) ?? ""
        }
    }
}
