internal import TestSupport
internal import Testing

@Suite("kinerja law")
struct LawTests {
    /// A map, a list of maps, a matrix and a figure that ends.
    private static let files = [
        "matriks": """
        name: matriks
        gloss: Predikat by hasil and perilaku
        unit: predikat
        values:
          2022-05-13:
            value:
              di atas: { di atas: Sangat Baik, sesuai: Baik }
              sesuai: { di atas: Baik, sesuai: Baik }
            source: { title: Permen 6/2022, article: lampiran }
            status: confirmed
        """,
        "persen": """
        name: persen
        gloss: Percent by predikat
        unit: percent
        values:
          2023-01-01:
            value: { Sangat Baik: 150, Baik: 100 }
            source: { title: Permen 1/2023, article: pasal 8, published: 2022-12-30 }
            status: unconfirmed
            note: from a slide deck
        """,
        "skala": """
        name: skala
        gloss: Scale of predikat
        unit: points
        values:
          2014-01-01:
            value: [ { predikat: Baik, from: 76 }, { predikat: Kurang } ]
            source: { title: PP 46/2011, article: pasal 17 }
            status: confirmed
          2021-07-01:
            end: true
            source: { title: PP 30/2019, article: pasal 61 }
        """,
    ]

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in Self.files {
            try Disk.write(text + "\n", to: folder("hukum/\(name).yaml"))
        }
        return folder
    }

    private func ask(
        _ arguments: [String], in folder: TemporaryFolder
    ) throws -> Subprocess.Outcome {
        try Program.run(["law", "--regulation", "hukum"] + arguments, in: folder.path)
    }

    @Test("The law of a day: titles, values with their citations, and apart what is not in force")
    func onDate() throws {
        let outcome = try ask(["--on", "2022-12-31", "--bahasa", "en"], in: try folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.text == """
                REGULATIONS IN FORCE ON 2022-12-31
                  Permen 6/2022  (1 parameter)

                PARAMETERS
                  matriks (predikat)
                    Predikat by hasil and perilaku
                                   di atas  sesuai
                      di atas  Sangat Baik    Baik
                      sesuai          Baik    Baik
                    ← Permen 6/2022, lampiran; since 2022-05-13, confirmed

                NOT YET IN FORCE
                  persen from 2023-01-01
                    ← Permen 1/2023, pasal 8
                      note: from a slide deck

                NO LONGER IN FORCE
                  skala ended 2021-07-01
                    ← PP 30/2019, pasal 61

                """)
    }

    @Test("Only what is not confirmed, in Indonesian")
    func unconfirmed() throws {
        let outcome = try ask(["--on", "2024-01-01", "--unconfirmed"], in: try folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.text == """
                PERATURAN YANG BERLAKU PADA 2024-01-01
                  Permen 1/2023  (1 parameter)

                PARAMETER
                  persen (percent)
                    Percent by predikat
                      Sangat Baik  150
                      Baik         100
                    ← Permen 1/2023, pasal 8; sejak 2023-01-01, belum terkonfirmasi
                      catatan: from a slide deck

                """)
    }

    @Test("The history of a parameter has every entry and its end")
    func history() throws {
        let outcome = try ask(["skala"], in: try folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.text == """
                skala: Scale of predikat
                  satuan: points
                  2014-01-01 … 2021-06-30
                      predikat  from
                      Baik        76
                      Kurang
                    ← PP 46/2011, pasal 17; terkonfirmasi
                  berakhir 2021-07-01
                    ← PP 30/2019, pasal 61

                """)
    }

    @Test("JSON keeps values in the form of their files")
    func json() throws {
        let folder = try folder()
        let outcome = try ask(["persen", "--on", "2023-01-01", "--format", "json"], in: folder)
        #expect(
            outcome.text == """
                {
                  "on": "2023-01-01",
                  "regulations": [
                    {
                      "title": "Permen 1/2023",
                      "parameters": 1
                    }
                  ],
                  "in_force": [
                    {
                      "name": "persen",
                      "gloss": "Percent by predikat",
                      "unit": "percent",
                      "since": "2023-01-01",
                      "value": {
                        "Sangat Baik": "150",
                        "Baik": "100"
                      },
                      "source": {
                        "title": "Permen 1/2023",
                        "article": "pasal 8",
                        "published": "2022-12-30"
                      },
                      "status": "unconfirmed",
                      "note": "from a slide deck"
                    }
                  ],
                  "not_yet": [],
                  "ended": []
                }

                """)
        let history = try ask(["skala", "--format", "json"], in: folder).text
        #expect(history.contains("\"since\": \"2021-07-01\",\n        \"value\": null,"))
    }

    @Test(
        "What cannot be answered exits with 2 and prints nothing on standard output",
        arguments: [
            ([], "--on"), (["--unconfirmed", "skala"], "--on"),
            (["--on", "2022-02-30"], "2022-02-30"), (["--on", "2022-01-01", "skal"], "skala"),
            (["--on", "2022-01-01", "--format", "xml"], "xml"),
        ])
    func refuses(arguments: [String], says: String) throws {
        let outcome = try ask(arguments, in: try folder())
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("Malformed files are all reported with their places, and nothing is listed")
    func malformed() throws {
        let folder = try folder()
        for name in ["matriks", "persen"] {
            let text = try #require(Self.files[name]).replacing("confirmed", with: "sure")
            try Disk.write(text, to: folder("hukum/\(name).yaml"))
        }
        let outcome = try ask(["--on", "2023-01-01"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors.contains("hukum/matriks.yaml:10:13: error[R101]"), "\(outcome.errors)")
        #expect(outcome.errors.contains("hukum/persen.yaml:8:13: error[R101]"), "\(outcome.errors)")
    }

    @Test("The values of the project's own national folder are read without a fault")
    func national() throws {
        let outcome = try Program.run(
            ["law", "--on", "2023-12-31"], in: Repository.root)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("angka-kredit-persen"))
    }
}
