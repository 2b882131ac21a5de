import Batches
import Diagnostics
import Evidence
import Exporting
import Testing

@Suite("ControlSheet")
struct ControlSheetTests {
    private func text(_ run: SampleRun, _ language: Language = .indonesian) throws -> String {
        String(decoding: ControlSheet(try run.record()).text(language), as: UTF8.self)
    }

    @Test("The sheet shows every row, line and person, and the totals")
    func writesText() throws {
        #expect(
            try text(SampleFiles.run) == """
                LEMBAR KONTROL
                  Instansi   Dinas Contoh
                  Penilaian  Penilaian contoh (contoh)
                  Periode    Triwulan III 2025 (2025-Q3)
                  Aturan     yang berlaku pada 2025-09-30
                  Proses     0123456789ab
                  Neraca     seimbang

                BARIS PER BERKAS
                  berkas         dibaca  dipakai  ditolak  (ikutan)  dikecualikan  digantikan  plt  \
                periode lain  berulang  tidak berlaku  tidak dijawab
                  pegawai/a.csv      10        3        2       (1)             1           0    1  \
                           2         0              1              0
                  kerja-v1.xml        4        0        0       (0)             0           4    0  \
                           0         0              0              0
                  JUMLAH             14        3        2       (1)             1           4    1  \
                           2         0              1              0

                BARIS PER SUMBER
                  sumber (pemasok)  berkas  dibaca  dipakai  ditolak  (ikutan)  dikecualikan  \
                digantikan  plt  periode lain  berulang  tidak berlaku  tidak dijawab
                  pegawai (BKPSDM)       1      10        3        2       (1)             1  \
                         0    1             2         0              1              0
                  kerja (Bappeda)        1       4        0        0       (0)             0  \
                         4    0             0         0              0              0

                BARIS FISIK
                  berkas         seluruhnya  pembuka  judul  kosong  penutup  data
                  pegawai/a.csv          16        2      1       1        1    11

                ORANG
                  NIP sah dalam register  1
                  diperingkat             1
                  tanpa nilai             0
                  dikecualikan            0
                  semua baris ditolak     0
                  semua baris disisihkan  0

                JUMLAH KONTROL
                  jumlah hash NIP yang diperingkat  198001012005011001
                  jumlah nilai akhir                             91.25
                  predikat: Sangat Baik                              1
                  predikat: Baik                                     0
                  temuan                                             2

                """)
    }

    @Test("English changes the words and not the figures")
    func writesEnglish() throws {
        let english = try text(SampleFiles.run, .english)
        #expect(english.hasPrefix("CONTROL SHEET\n  Agency     Dinas Contoh\n"))
        #expect(english.contains("  Period     Quarter 3 of 2025 (2025-Q3)\n"))
        #expect(english.contains("  hash total of ranked NIPs  198001012005011001\n"))
        #expect(!english.contains("berkas"))
    }

    @Test("The JSON form has the same figures under fixed keys")
    func writesJSON() throws {
        let json = String(
            decoding: ControlSheet(try SampleFiles.run.record()).json(), as: UTF8.self)
        #expect(json.hasPrefix(Self.jsonStart))
        #expect(json.hasSuffix(Self.jsonEnd))
    }

    private static let jsonStart = """
        {
          "format": "kinerja-control-sheet/1",
          "run": "0123456789ab",
          "pipeline": "contoh",
          "period": "2025-Q3",
          "rules": "then 2025-09-30",
          "balanced": true,
          "files": [
            {
              "path": "pegawai/a.csv",
              "source": "pegawai",
              "supplier": "BKPSDM",
              "replaced_by": null,
              "rows": {
                "read": 10,
                "used": 3,
                "rejected": 2,
                "rejected_consequent": 1,
                "excluded": 1,
                "superseded": 0,
                "set_aside_acting": 1,
                "set_aside_other_period": 2,
                "set_aside_repeated": 0,
                "set_aside_not_in_force": 1,
                "set_aside_unanswered": 0
              },
              "lines": {
                "total": 16,
                "preamble": 2,
                "header": 1,
                "blank": 1,
                "footer": 1,
                "records": 11
              }
            },

        """

    private static let jsonEnd = """
          "persons": {
            "registered": 1,
            "ranked": 1,
            "unscored": 0,
            "excluded": 0,
            "every_row_rejected": 0,
            "every_row_set_aside": 0,
            "balanced": true
          },
          "nip_hash_total": "198001012005011001",
          "final_sum": 91.25,
          "predikat": [
            {
              "name": "Sangat Baik",
              "count": 1
            },
            {
              "name": "Baik",
              "count": 0
            }
          ],
          "findings": 2,
          "unconfirmed_parameters": []
        }

        """

    @Test(
        "A value that nobody has confirmed is named with its day and citation; a confirmed one is not"
    )
    func namesUnconfirmed() throws {
        let run = SampleRun.underLaw
        #expect(
            try text(run).hasSuffix(
                """
                  temuan                               0

                PARAMETER BELUM TERKONFIRMASI
                  contoh-predikat  2025-01-01  Perwal 5/2025, pasal 9

                """))
        #expect(
            try text(run, .english).contains("\n\nUNCONFIRMED PARAMETERS\n  contoh-predikat  2"))
        let json = String(decoding: ControlSheet(try run.record()).json(), as: UTF8.self)
        #expect(
            json.hasSuffix(
                """
                  "findings": 0,
                  "unconfirmed_parameters": [
                    {
                      "name": "contoh-predikat",
                      "effective": "2025-01-01",
                      "citation": "Perwal 5/2025, pasal 9",
                      "status": "unconfirmed",
                      "note": "read in a newspaper"
                    }
                  ]
                }

                """))
        var confirmed = run
        confirmed.law = run.law.mapValues {
            $0.replacing("status: unconfirmed", with: "status: confirmed")
        }
        #expect(!(try text(confirmed).contains("PARAMETER")))
    }

    @Test("People without predikat are counted too")
    func countsWithoutPredikat() throws {
        var run = SampleFiles.run
        run.people[0].predikat = -1
        #expect(try text(run).contains("  tanpa predikat                                     1\n"))
    }

    @Test("A run that balances has no imbalance")
    func holds() throws {
        #expect(ControlSheet(try SampleFiles.run.record()).imbalances().isEmpty)
    }

    /// What may go wrong, each by one unit.
    enum Slip: CaseIterable {
        case lines, rejectLost, rejectDoubled, consequent, registered, ranked, unscored
        case listedTwice, listedUnranked

        func make(in run: inout SampleRun) {
            switch self {
            case .lines: run.files[0].lines?.total = 17
            case .rejectLost: run.rejects.removeFirst()
            case .rejectDoubled: run.rejects.append(run.rejects[0])
            case .consequent: run.files[0].consequentRejects = 0
            case .registered: run.persons?.registered += 1
            case .ranked:
                run.persons?.ranked += 1
                run.persons?.registered += 1
            case .unscored:
                run.persons?.unscored += 1
                run.persons?.everyRowRejected -= 1
            case .listedTwice: run.listing = [0, 0]
            case .listedUnranked: run.listing = [0, 2]
            }
        }

        var file: String {
            switch self {
            case .lines, .rejectLost, .rejectDoubled, .consequent: "pegawai/a.csv"
            default: "lembar-kontrol"
            }
        }
    }

    @Test("Every balance that does not hold is named", arguments: Slip.allCases)
    func namesImbalance(_ slip: Slip) throws {
        var run = SampleFiles.run
        run.people.append(
            .init(nip: 198_001_012_005_011_002, name: "B", unit: "A", final: 9_000))
        run.people.append(
            .init(
                nip: 198_001_012_005_011_003, name: "C", unit: "A", status: .unscored,
                reason: "X"))
        var persons = PersonBalance()
        persons.registered = 4
        persons.ranked = 2
        persons.unscored = 1
        persons.everyRowRejected = 1
        run.persons = persons
        #expect(ControlSheet(try run.record()).imbalances().isEmpty)
        slip.make(in: &run)
        let record = try run.record()
        let imbalances = ControlSheet(record).imbalances()
        #expect(!imbalances.isEmpty)
        #expect(imbalances.allSatisfy { $0.code == .unbalanced && $0.location.file == slip.file })
        #expect(try text(run).contains("Neraca     TIDAK SEIMBANG"))
        let json = String(decoding: ControlSheet(record).json(), as: UTF8.self)
        #expect(json.contains("\"balanced\": false,\n  \"files\""))
    }
}
