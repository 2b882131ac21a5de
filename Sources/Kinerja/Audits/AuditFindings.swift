internal import Definition
internal import Diagnostics
internal import Evidence
internal import Formulas
internal import Ingestion
internal import Plan
internal import Scoring

/// What the audits of a run say, as findings; no rating is changed because of them.
enum AuditFindings {
    /// - Returns: By file and line, then by unit; empty where the definition asks for no audit.
    static func of(
        _ evidence: EvidenceSet, _ results: Results, _ inventory: InputInventory
    ) -> [Finding] {
        let rows = ConformanceAudit(evidence)?.rows ?? []
        let units = DistributionAudit(evidence, results)?.units ?? []
        return rows.map { finding($0, inventory) }
            + ConflictingSKP.find(evidence).map { conflict($0, inventory) }
            + units.compactMap { finding($0, evidence, inventory) }
    }

    private static func conflict(
        _ place: UnmeasuredRows.Place, _ inventory: InputInventory
    ) -> Finding {
        Finding(
            code: .conflictingSKP,
            location: SourceLocation(
                file: inventory.entries[Int(place.file)].path, line: Int(place.line)),
            person: place.person,
            message: Wording(
                "dua SKP definitif berlaku pada hari yang sama dengan nilai berbeda",
                "two definitive SKP hold on one day and are rated differently"),
            hint: Wording(
                "tanyakan instansinya SKP mana yang benar; skp-ganda menentukan yang dipakai",
                "ask the agency which one is right; skp-ganda decides which counts"))
    }

    private static func finding(
        _ row: ConformanceAudit.Row, _ inventory: InputInventory
    ) -> Finding {
        let isJudged = if case .differs = row.conformance { true } else { false }
        return Finding(
            code: isJudged ? .nonconformingPredikat : .unjudgedPredikat,
            location: SourceLocation(
                file: inventory.entries[Int(row.place.file)].path, line: Int(row.place.line)),
            person: row.place.person, message: AuditText.message(row),
            hint: isJudged
                ? Wording(
                    "tanyakan penilainya; program ini tidak mengubah predikat",
                    "ask who decided it; this program changes no predikat")
                : Wording(
                    "lengkapi barisnya, atau terjemahkan ejaannya dengan 'aliases'",
                    "complete the row, or translate its spelling by 'aliases'"))
    }

    private static func finding(
        _ unit: DistributionAudit.Unit, _ evidence: EvidenceSet, _ inventory: InputInventory
    ) -> Finding? {
        guard let message = AuditText.finding(unit, evidence) else { return nil }
        let isJudged = if case .judged = unit.judgement { true } else { false }
        return Finding(
            code: isJudged ? .distributionBreached : .unjudgedDistribution,
            location: place(of: unit.unit, evidence, inventory), person: -1, message: message,
            hint: isJudged
                ? Wording(
                    "periksa predikat di unit ini bersama pimpinannya; program ini tidak mengubahnya",
                    "look at the predikat of this unit with its head; this program changes none")
                : Wording(
                    "perbaiki capaian unit atau nama predikat pada definisi",
                    "correct the unit's capaian, or the names of predikat in the definition"))
    }

    /// The row that states the unit's capaian.
    private static func place(
        of unit: Int, _ evidence: EvidenceSet, _ inventory: InputInventory
    ) -> SourceLocation {
        for store in evidence.unitStores {
            let column = store.column("unit")
            for row in 0..<store.count {
                guard let name = store.text(column, row),
                    evidence.references.units?.index(of: name) == Int32(unit)
                else { continue }
                return SourceLocation(
                    file: inventory.entries[Int(store.files[row])].path,
                    line: Int(store.lines[row]))
            }
        }
        return SourceLocation(file: evidence.definition.files[0].name)
    }
}
