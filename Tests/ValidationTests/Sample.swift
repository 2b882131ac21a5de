import Diagnostics
import MiniRun

/// Definitions for validation: one evidence source whose rules a test writes, and a register to refer to.
enum Sample {
    /// Runs the rows of the source `data`, whose keys, rules and renamed faults are flow maps without their braces.
    static func run(
        _ source: String, rules: String = "", codes: String = "", rest: String = "",
        _ rows: String, register: String = "@1;Ani;PKM A\n@2;Budi;PKM B\n",
        indicators: String = "KP;naik;5\nWT;turun;1\n", units: String = ""
    ) throws(RunFailure) -> MiniRun {
        let text = """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: year
            ingest:
              pegawai:
                kind: register
                files: pegawai.csv
                columns: { nip: a, nama: b, unit: c, mulai: d }
              indikator:
                kind: indicator
                files: indikator.csv
                columns: { indikator: a, arah: b, bobot: c }
              unor:
                kind: unit
                files: unor.csv
                columns: { unit: a, kelompok: b }
              data: { files: data.csv, \(source) }
            validate:
              data:
                rules: [ \(rules) ]
                codes: { \(codes) }
            \(rest)
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """
        return try MiniRun(
            text, period: "2025",
            ["pegawai": register, "indikator": indicators, "unor": units, "data": rows])
    }

    static let attendance =
        "kind: attendance, columns: { nip: a, bulan: b, hari_kerja: c, hadir: d, "
        + "terlambat: e, alpa: f }"
    static let attainment =
        "kind: attainment, columns: { nip: a, indikator: b, bulan: c, target: d, "
        + "realisasi: e }"
    static let rating =
        "kind: rating, columns: { nip: a, penilai: b, peran: c, aspek: d, nilai: e, "
        + "tanggal: f }"
}
