internal import Batches
internal import Diagnostics
internal import Evidence
internal import MiniRun

/// Rows of evidence through every stage up to the points: each row has one outcome, and sums give the points that
/// kept rows give.
struct RowsTarget {
    private let tables: [String: String]

    /// - Parameter bytes: Tables divided by lines `#= source`, cells by `;`.
    init(_ bytes: [UInt8]) {
        let (register, others) = FuzzInput.files(bytes)
        tables = others.merging([
            "pegawai": register, "indikator": "KP;naik;5\nWT;turun;1\nA1;naik;3\n",
        ]) { $1 }
    }

    func run() throws(Violation) {
        let summed = try read(keepsAllRows: false)
        let kept = try read(keepsAllRows: true)
        for (source, outcomes) in summed.outcomes {
            try require(outcomes == kept.outcomes[source], "\(source): rows with two outcomes")
            let rejected = outcomes.count { $0 == .rejected }
            try require(
                rejected == summed.rejects[source]?.count, "\(source): rejects without reason")
        }
        try require(summed.rejects == kept.rejects, "two lists of rejects")
        let people = summed.evidence.population.count
        try require(people == kept.evidence.population.count, "two populations")
        for person in 0..<Int32(min(people, 16)) {
            let (one, other) = (summed.points(person), kept.points(person, explained: true))
            try require(one == other, "person \(person): \(one) by sums, \(other) by rows")
        }
    }

    private func read(keepsAllRows: Bool) throws(Violation) -> MiniRun {
        do throws(RunFailure) {
            return try MiniRun(
                Self.definition, period: "2025", tables, keepsAllRows: keepsAllRows)
        } catch {
            throw Violation("\(error.diagnostics)")
        }
    }

    private static let definition = """
        kinerja: 1
        pipeline: uji
        title: Uji
        period: year
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: a, nama: b, unit: c, golongan: d, mulai: e }
          indikator: { kind: indicator, files: i.csv, columns: { indikator: a, arah: b, bobot: c } }
          capaian:
            kind: attainment
            files: c.csv
            columns: { nip: a, indikator: b, bulan: c, target: d, realisasi: e }
            key: [nip, indikator, bulan]
            reject_limit: none
          penilaian:
            kind: rating
            files: p.csv
            columns: { nip: a, penilai: b, peran: c, aspek: d, nilai: e, tanggal: f }
            key: [nip, penilai, peran, aspek]
            reject_limit: none
          kehadiran:
            kind: attendance
            files: k.csv
            columns: { nip: a, bulan: b, hari_kerja: c, hadir: d, terlambat: e, alpa: f }
            key: [nip, bulan]
            reject_limit: none
        validate:
          capaian:
            rules:
              - { column: target, decimal: { digits: 7, places: 2 } }
              - { column: target, not: [0] }
              - { column: realisasi, min: 0 }
          penilaian:
            rules:
              - { column: peran, one_of: [atasan, rekan, bawahan, diri] }
              - { column: nilai, range: [0, 100] }
          kehadiran:
            rules:
              - { column: hari_kerja, range: [1, 31] }
              - { compare: [hadir, "<=", hari_kerja] }
        score:
          schemes:
            - id: semua
              components:
                - { id: hasil, method: attainment, from: [capaian], mean: rows, cap: 120, weight: 60 }
                - { id: perilaku, method: rating, from: [penilaian], roles: { atasan: 6, rekan: 2 }, weight: 30 }
                - id: disiplin
                  method: attendance
                  from: [kehadiran]
                  deduct: [ { column: alpa, points: 200, per: hari_kerja } ]
                  floor: 0
                  weight: 10
                  missing: { value: 0 }
              predikat: [ { predikat: Baik, from: 90 }, { predikat: Kurang } ]
        """
}
