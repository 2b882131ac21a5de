import CivilService
import Definition
import Diagnostics

/// A small sound definition that tests break in one place, and what the loader says of it.
enum Sample {
    static let text = """
        kinerja: 1
        pipeline: uji
        title: Uji coba
        instansi: Kota Uji
        period: quarter
        regulation: aturan
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: NIP, nama: NAMA, unit: UNOR, jabatan: JABATAN, lahir: LAHIR }
          indikator:
            kind: indicator
            files: indikator.csv
            columns: { indikator: KODE, arah: ARAH, bobot: BOBOT }
          capaian:
            kind: attainment
            files: capaian/{unit}-{bulan}.csv
            columns: { nip: NIP, indikator: KODE, bulan: { capture: bulan }, realisasi: R }
          penilaian:
            kind: rating
            files: penilaian.csv
            columns: { nip: NIP, peran: PERAN, nilai: NILAI }
        validate:
          capaian:
            rules:
              - { column: realisasi, min: 0 }
            codes: { number: ANGKA }
        normalize:
          scales: { penilaian: { column: nilai, from: 1..4, to: 0..100 } }
        exclude:
          - { when: { jabatan: CPNS }, reason: belum diangkat }
        score:
          schemes:
            - id: umum
              components:
                - id: hasil
                  method: attainment
                  from: [capaian]
                  weight: 60
                - id: perilaku
                  method: rating
                  from: [penilaian]
                  roles: { atasan: 60, diri: 40 }
                  weight: 40
              predikat:
                - { predikat: Baik, from: 90 }
                - { predikat: Cukup, from: 70 }
                - { predikat: Kurang }
        rank:
          order: [hasil desc, nip asc]

        """

    static func load(
        _ text: String, period: String = "2025-Q3", files: [String: String] = [:]
    ) throws(RunFailure) -> PipelineDefinition {
        guard let period = AppraisalPeriod(parsing: period) else {
            throw RunFailure(.internal, [])
        }
        let loader = DefinitionLoader(name: "uji.yaml") { name in
            (name == "uji.yaml" ? text : files[name]).map { Array($0.utf8) }
        }
        return try loader.load(for: period)
    }

    /// All faults of a definition; none when it loads.
    static func faults(
        _ text: String, period: String = "2025-Q3", files: [String: String] = [:]
    ) -> [Diagnostic] {
        do throws(RunFailure) {
            _ = try load(text, period: period, files: files)
            return []
        } catch {
            return error.diagnostics
        }
    }
}
