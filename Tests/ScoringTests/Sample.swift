import Diagnostics
import Foundation
import MiniRun

/// The project's national parameter files, for definitions that say `regulation: nasional`.
enum NationalLaw {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "pipelines/regulation").path

    static func text(_ path: String) -> String? {
        try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }
}

/// Definitions for scoring: all sources there are, and the score that a test writes.
enum Sample {
    /// A definition with these components (flow maps, divided by commas) and more lines of the scheme, of `score` and
    /// of the top level.
    static func definition(
        _ components: String, scheme: String = "", score: String = "", rest: String = "",
        period: String = "quarter"
    ) -> String {
        """
        kinerja: 1
        pipeline: uji
        title: Uji
        period: \(period)
        \(sources)
        score:
          \(score)
          schemes:
            - id: umum
              components: [ \(components) ]
              \(scheme)
        \(rest)
        """
    }

    static func run(
        _ components: String, scheme: String = "", score: String = "", rest: String = "",
        period: String = "2025-Q1", keepsAllRows: Bool = true, _ tables: [String: String]
    ) throws(RunFailure) -> MiniRun {
        let length = period.count == 4 ? "year" : period.contains("Q") ? "quarter" : "month"
        var tables = tables
        tables["pegawai", default: ""] += tables["pegawai"] == nil ? "@1;Ani;PKM A;Perawat\n" : ""
        return try MiniRun(
            definition(components, scheme: scheme, score: score, rest: rest, period: length),
            period: period, tables, keepsAllRows: keepsAllRows, files: NationalLaw.text)
    }

    private static let sources = """
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: a, nama: b, unit: c, jabatan: d, jenjang: e, mulai: f, sampai: g,
              pendidikan: h }
          unor:
            kind: unit
            files: unor.csv
            columns: { unit: a, nama: b, kelompok: c, hasil: d, populasi: e }
          indikator:
            kind: indicator
            files: indikator.csv
            columns: { indikator: a, arah: b, bobot: c, target: d, target_min: e,
              target_maks: f, batas: g }
          standar:
            kind: standard
            files: standar.csv
            columns: { jabatan: a, kompetensi: b, level: c }
          capaian:
            kind: attainment
            files: capaian.csv
            columns: { nip: a, indikator: b, bulan: c, target: d, realisasi: e, ukuran: f,
              target_min: g, target_maks: h }
          tugas:
            kind: attainment
            files: tugas.csv
            columns: { nip: a, indikator: b, tenggat: c, selesai: d }
            key: [nip, indikator, tenggat]
          ringkas:
            kind: attainment
            files: ringkas.csv
            columns: { nip: a, indikator: b, bulan: c, target: d, realisasi: e }
          unit_capaian:
            kind: attainment
            files: unit.csv
            columns: { unit: a, indikator: b, bulan: c, target: d, realisasi: e }
          nilai:
            kind: rating
            files: nilai.csv
            columns: { nip: a, penilai: b, peran: c, aspek: d, nilai: e }
            key: [nip, penilai, peran, aspek]
          hadir:
            kind: attendance
            files: hadir.csv
            columns: { nip: a, bulan: b, hari_kerja: c, alpa: d, terlambat: e }
          absen:
            kind: attendance
            files: absen.csv
            columns: { nip: a, tanggal: b, status: c, terlambat: d }
          survei:
            kind: survey
            files: survei.csv
            columns: { unit: a, responden: b }
            elements: [u1, u2, u3, u4, u5, u6, u7, u8, u9]
          kompetensi:
            kind: competency
            files: kompetensi.csv
            columns: { nip: a, kompetensi: b, level: c, tanggal: d }
          diklat:
            kind: training
            files: diklat.csv
            columns: { nip: a, pelatihan: b, tanggal: c, jam: d, jenis: e }
          semester:
            kind: outcome
            files: semester.csv
            columns: { nip: a, mulai: b, sampai: c, nilai: d }
          hukdis:
            kind: sanction
            files: hukdis.csv
            columns: { nip: a, tingkat: b, persen: c, mulai: d, lama: e, sampai: f }
        """
}
