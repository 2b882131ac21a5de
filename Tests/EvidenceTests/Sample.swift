import Diagnostics
import MiniRun

/// Definitions for evidence: a register with events, units, and ratings with one key.
enum Sample {
    static func run(
        _ tables: [String: String], ratings: String = "", rest: String = "",
        period: String = "2025-Q1"
    ) throws(RunFailure) -> MiniRun {
        try MiniRun(
            """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: quarter
            ingest:
              pegawai:
                kind: register
                files: p.csv
                columns: { nip: a, unit: b, mulai: c, sampai: d, plt: e, jabatan: f, golongan: g,
                  nama: h }
              peristiwa:
                kind: event
                files: e.csv
                columns: { nip: a, peristiwa: b, tanggal: c, termasuk: d, unit: e, jabatan: f }
              unor:
                kind: unit
                files: u.csv
                columns: { unit: a, kelompok: b, uji_coba: c, hasil: d }
              nilai:
                kind: rating
                files: n.csv
                columns: { nip: a, peran: b, nilai: c, aspek: d }
                key: [nip, peran]
                \(ratings)
            \(rest)
            score:
              schemes:
                - id: umum
                  components:
                    - { id: n, method: rating, from: [nilai], roles: { atasan: 1 }, weight: 100 }
            """, period: period, tables, keepsAllRows: true)
    }
}
