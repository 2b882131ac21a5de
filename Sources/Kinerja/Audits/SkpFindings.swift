internal import Diagnostics
internal import Evidence
internal import Ingestion
internal import Scoring

/// Rows of SKP that are not scored as they stand, as findings.
enum SkpFindings {
    static func find(_ evidence: EvidenceSet, _ inventory: InputInventory) -> [Finding] {
        SkpFault.find(evidence).map { fault in
            let (code, message, hint) = words(for: fault.kind)
            return Finding(
                code: code,
                location: SourceLocation(
                    file: inventory.entries[Int(fault.place.file)].path,
                    line: Int(fault.place.line)),
                person: fault.place.person, message: message, hint: hint)
        }
    }

    private static func words(
        for kind: SkpFault.Kind
    ) -> (DiagnosticCode, message: Wording, hint: Wording) {
        switch kind {
        case .target:
            (
                .noTarget,
                Wording(
                    "kegiatan tanpa target yang dapat dipakai: dianggap tidak ada",
                    "an activity without a usable target: it counts as missing"),
                Wording("isi target pada ekspor", "state the target in the export")
            )
        case .realisation:
            (
                .noRealisation,
                Wording(
                    "kegiatan tanpa realisasi: dianggap tidak ada, bukan nol",
                    "an activity without a realisation: it counts as missing, not as zero"),
                Wording("isi realisasi pada ekspor", "state the realisation in the export")
            )
        case .row:
            (
                .unusableSkpRow,
                Wording(
                    "baris SKP yang tidak dapat dipakai: komponen orang ini tidak bernilai",
                    "a row of SKP that cannot be used: the person has no value of the component"),
                Wording(
                    "periksa ukuran, jenis, arah, bobot, dan jumlahnya",
                    "check its ukuran, jenis, arah, bobot and number")
            )
        case .weights:
            (
                .skpWeights,
                Wording(
                    "bobot kinerja utama tidak berjumlah 100: komponen orang ini tidak bernilai",
                    "the bobot of kinerja utama do not sum to 100: the person has no value of the component"
                ),
                Wording(
                    "perbaiki bobot semua kinerja utama orang ini",
                    "correct the bobot of all kinerja utama of this person")
            )
        }
    }
}
