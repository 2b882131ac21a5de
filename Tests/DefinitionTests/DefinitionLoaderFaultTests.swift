import Diagnostics
import Testing

@Suite("DefinitionLoader: faults")
struct DefinitionLoaderFaultTests {
    @Test("The sample itself has no fault")
    func acceptsSample() {
        #expect(Sample.faults(Sample.text) == [])
    }

    @Test(
        "A fault of the top level is reported where it stands",
        arguments: [
            DefinitionFault(
                "instansi: Kota", "§instanssi: Kota", .unknownKey, hint: "did you mean 'instansi'?"),
            .init("kinerja: 1", "kinerja: §2", .badValue),
            .init("kinerja: 1\n", "§", .missingKey),
            .init("pipeline: uji", "pipeline: §Uji Coba", .badValue),
            .init("title: Uji coba", "title: §[Uji]", .wrongType),
            .init("period: quarter", "period: §triwulan", .badValue),
            .init("period: quarter", "period: §semester", .wrongPeriod, hint: "2025-S1"),
            .init("period: quarter", "nip: §anatomi\nperiod: quarter", .badValue, hint: "anatomy"),
            .init("rank:", "warn: { rejects: §5 }\nrank:", .badValue),
            .init("rank:", "trial: { §jabatn: X }\nrank:", .unknownName),
            .init("rank:", "trial: §x\nrank:", .wrongType),
            .init("reason: belum diangkat }", "§alasan: x }", .unknownKey),
            .init("- { when: { jabatan:", "- { when: { §golngan:", .unknownName),
        ])
    func reportsTopLevel(_ fault: DefinitionFault) {
        fault.expect()
    }

    @Test(
        "A fault of a source is reported where it stands",
        arguments: [
            DefinitionFault(
                "kind: attainment", "kind: §atainment", .badValue,
                hint: "did you mean 'attainment'?"),
            .init("kind: rating\n", "kind: rating\n    §pemasok: x\n", .unknownKey),
            .init("files: pegawai.csv", "files: §'{x.csv'", .badValue, hint: "braces"),
            .init(
                "jabatan: JABATAN, lahir", "§jabatn: JABATAN, lahir", .unknownKey,
                hint: "did you mean 'jabatan'?"),
            .init("{ nip: NIP, nama: NAMA", "§{ nama: NAMA", .missingKey),
            .init("{ nip: NIP, indikator", "§{ unit: U, nip: NIP, indikator", .missingKey),
            .init("{ nip: NIP, indikator", "§{ indikator", .missingKey),
            .init("{ capture: bulan }", "{ capture: §bln }", .unknownName),
            .init("{ capture: bulan }", "§{ }", .missingKey),
            .init("realisasi: R }", "realisasi: { §form: R, from: R } }", .unknownKey),
            .init("kind: rating\n", "kind: rating\n    key: §[nip, aspek]\n", .unknownName),
            .init(
                "files: capaian/{unit}-{bulan}.csv",
                "files: capaian/{unit}-{bulan}.csv\n    version: v\n    replaces: §[unit]",
                .unknownName),
            .init(
                "kind: rating\n", "kind: rating\n    format: §{ csv: {}, xml: { record: /a } }\n",
                .badValue),
            .init(
                "kind: rating\n", "kind: rating\n    format: { xml: { record: §a/b } }\n", .badValue
            ),
            .init("kind: rating\n", "kind: rating\n    format: { xml: §{} }\n", .missingKey),
            .init(
                "kind: rating\n", "kind: rating\n    format: { csv: { delimiter: §\"\\\"\" } }\n",
                .badValue),
            .init(
                "kind: rating\n", "kind: rating\n    format: { csv: { decimal: §';' } }\n",
                .badValue),
            .init(
                "kind: rating\n", "kind: rating\n    format: { csv: { record_lines: §0 } }\n",
                .badValue),
            .init(
                "kind: rating\n", "kind: rating\n    format: { csv: { encoding: §utf8 } }\n",
                .badValue, hint: "utf-8"),
            .init("kind: rating\n", "kind: rating\n    duplicates: §last\n", .badValue),
            .init("kind: rating\n", "kind: rating\n    optional: §perhaps\n", .wrongType),
            .init("kind: rating\n", "kind: rating\n    reject_limit: §1\n", .badValue),
            .init(
                "columns: { nip: NIP, peran", "elements: [a]\n    columns: §{ nip: NIP, peran",
                .badValue),
        ])
    func reportsSources(_ fault: DefinitionFault) {
        fault.expect()
    }

    @Test("A definition without register has nobody to score")
    func reportsMissingRegister() {
        let text = Sample.text.replacing("kind: register", with: "kind: table")
            .replacing(
                "{ nip: NIP, nama: NAMA, unit: UNOR, jabatan: JABATAN, lahir: LAHIR }",
                with: "{ kode: K }")
        #expect(
            Sample.faults(text).contains {
                $0.code == .missingKey && $0.message.contains("kind register")
            })
    }

    @Test(
        "A fault of rules and normalization is reported where it stands",
        arguments: [
            DefinitionFault(
                "  capaian:\n    rules", "  §capain:\n    rules", .unknownName,
                hint: "did you mean 'capaian'?"),
            .init("- { column: realisasi, min: 0 }", "- §{ column: realisasi }", .badValue),
            .init(
                "- { column: realisasi, min: 0 }", "- §{ column: realisasi, min: 0, not: [1] }",
                .badValue),
            .init(
                "- { column: realisasi", "- §{ column: realisai", .unknownName,
                hint: "did you mean 'realisasi'?"),
            .init("{ column: realisasi, min: 0 }", "§{ min: 0 }", .missingKey),
            .init("min: 0", "range: §[3, 1]", .badValue),
            .init("min: 0", "min: §nol", .wrongType),
            .init("min: 0", "refers: §indikatr", .unknownName, hint: "indikator"),
            .init("min: 0", "refers: §penilaian", .unknownName),
            .init("min: 0", "within: { capture: §bln }", .unknownName),
            .init("min: 0", "date: §words2", .badValue),
            .init("min: 0", "integer: { digits: §99 }", .badValue),
            .init("min: 0", "min: 0, when: { §nilai: 3 }", .unknownName),
            .init(
                "{ column: realisasi, min: 0 }", "{ compare: §[realisasi, '=<', nip] }", .badValue),
            .init(
                "{ column: realisasi, min: 0 }", "§{ compare: [realisasi, '<=', x] }", .unknownName),
            .init(
                "{ number: ANGKA }", "{ §nomber: ANGKA }", .unknownKey,
                hint: "did you mean 'number'?"),
            .init("from: 1..4", "from: §5..1", .impossibleScale),
            .init("from: 1..4", "from: §3..3", .impossibleScale),
            .init("from: 1..4", "from: §1-4", .wrongType),
            .init("column: nilai, from", "column: §peran, from", .badValue),
            .init("scales: { penilaian", "scales: { §penilain", .unknownName, hint: "penilaian"),
            .init("  scales:", "  transfers: §first\n  scales:", .badValue),
            .init("  scales:", "  aliases: { unit: §unor.csv }\n  scales:", .unknownName),
        ])
    func reportsRules(_ fault: DefinitionFault) {
        fault.expect()
    }

    @Test(
        "A fault of the score is reported where it stands",
        arguments: [
            DefinitionFault("weight: 40", "weight: §empat", .wrongType),
            .init("- id: perilaku", "- id: §hasil", .badValue),
            .init("from: [capaian]", "from: §[capain]", .unknownName, hint: "mean 'capaian'?"),
            .init("from: [capaian]", "from: §[penilaian]", .badValue),
            .init("method: rating", "method: §ratings", .badValue, hint: "did you mean 'rating'?"),
            .init("- id: hasil\n", "- §title: x\n", .missingKey),
            .init(
                "- id: hasil\n          method: attainment",
                "- §id: hasil\n          method: attainment\n          subject: unit", .badValue,
                hint: "subject"),
            .init("method: attainment", "method: attainment\n          lower: §R/T", .badValue),
            .init("method: attainment", "method: attainment\n          mean: §[bulan]", .badValue),
            .init("method: attainment", "method: attainment\n          range: §x", .badValue),
            .init(
                "method: attainment",
                "method: attainment\n          row_rounding: §{ rounding: down }",
                .missingKey),
            .init("roles: { atasan: 60, diri: 40 }", "roles: §{}", .wrongType),
            .init(
                "roles: { atasan: 60, diri: 40 }",
                "roles: { atasan: 60 }\n          not_alone: §[diri]", .unknownName),
            .init("{ atasan: 60,", "{ atasan: { weight: 60, raters: §0 },", .badValue),
            .init(
                "{ predikat: Cukup, from: 70 }", "§{ predikat: Cukup, from: 90 }", .impossibleScale),
            .init("{ predikat: Cukup, from: 70 }", "§{ predikat: Cukup }", .impossibleScale),
            .init("    - id: umum", "    - id: umum\n      for: { §jabatn: x }", .unknownName),
            .init("    - id: umum", "    - id: umum\n      from: §2025-13-01", .badValue),
            .init(
                "    - id: umum", "    - id: umum\n      factors: [ { method: §denda, from: [] } ]",
                .badValue),
            .init(
                "score:\n", "score:\n  unscored: [ { missing: §[hasl], reason: X } ]\n",
                .unknownName, hint: "did you mean 'hasil'?"),
            .init("score:\n", "score:\n  publish: { akhir: { decimals: §9 } }\n", .badValue),
            .init(
                "score:\n", "score:\n  publish: { akhir: { decimals: 2, rounding: §up } }\n",
                .badValue),
        ])
    func reportsScore(_ fault: DefinitionFault) {
        fault.expect()
    }

    @Test(
        "A fault of ranks and outputs is reported where it stands",
        arguments: [
            DefinitionFault(
                "[hasil desc, nip asc]", "§[hasl desc, nip asc]", .unknownName,
                hint: "did you mean 'hasil'?"),
            .init("[hasil desc, nip asc]", "§[nip asc, hasil desc]", .badValue),
            .init("[hasil desc, nip asc]", "§[hasil desc]", .badValue),
            .init("[hasil desc, nip asc]", "§[hasil turun, nip asc]", .badValue),
            .init("rank:\n", "rank:\n  within: §[semua, bagian]\n", .unknownName),
            .init("rank:\n", "rank:\n  ties: §shared\n", .badValue, hint: "share"),
            .init("rank:\n", "monitoring: §[hasl]\nrank:\n", .unknownName, hint: "hasil"),
            .init("rank:\n", "evaluation: { satisfaction: §x }\nrank:\n", .unknownName),
            .init(
                "rank:\n", "gaps: { component: hasil, training: §indikator }\nrank:\n", .unknownName
            ),
            .init("rank:\n", "awards: [ { id: a, top: §10 } ]\nrank:\n", .badValue),
            .init("rank:\n", "export: { archive: §zip }\nrank:\n", .badValue),
            .init(
                "rank:\n", "export: { files: [ { file: §a/b.csv, table: hasil } ] }\nrank:\n",
                .badValue),
            .init(
                "rank:\n", "export: { files: [ { file: §b.txt, table: hasil } ] }\nrank:\n",
                .badValue),
            .init(
                "rank:\n", "export: { files: [ { file: b.csv, table: §hasl } ] }\nrank:\n",
                .badValue,
                hint: "did you mean 'hasil'?"),
            .init(
                "rank:\n",
                "export: { files: [ { file: b.csv, table: hasil, columns: [ §{ a: b, c: d } ] } ] }\nrank:\n",
                .wrongType),
        ])
    func reportsOutputs(_ fault: DefinitionFault) {
        fault.expect()
    }

    @Test("The weights of a scheme sum to 100, and none is below 0")
    func reportsWeights() {
        let sum = DefinitionFault(
            "components:\n        - id: hasil", "components:\n        §- id: hasil", .weightSum,
            hint: "sum to 100")
        let (marked, line, column) = sum.marked
        let found = Sample.faults(marked.replacing("weight: 40", with: "weight: 39"))
        #expect(found.map(\.code) == [.weightSum])
        #expect(
            found.first?.location
                == Diagnostics.SourceLocation(file: "uji.yaml", line: line, column: column))
        #expect(found.first?.message.contains("sum to 99") == true)
        #expect(found.first?.message.contains("hasil 60 + perilaku 39") == true)
        let shown = Sample.text.replacing("weight: 60", with: "weight: 100")
            .replacing("weight: 40", with: "weight: 0")
        #expect(Sample.faults(shown).map(\.code) == [])
        // Without any weight there is no number, and bands have nothing to divide.
        let zero = Sample.text.replacing("weight: 60", with: "weight: 0")
            .replacing("weight: 40", with: "weight: 0")
        #expect(Sample.faults(zero).map(\.code) == [.weightSum])
        let negative = Sample.text.replacing("weight: 60", with: "weight: 110")
            .replacing("weight: 40", with: "weight: -10")
        #expect(Sample.faults(negative).map(\.code) == [.badValue])
    }

    @Test("Weights that are fractions sum exactly")
    func acceptsFractionsAsWeights() {
        let thirds = Sample.text.replacing("weight: 60", with: "weight: 200/3")
            .replacing("weight: 40", with: "weight: 100/3")
        #expect(Sample.faults(thirds) == [])
        let rounded = Sample.text.replacing("weight: 60", with: "weight: 66.67")
            .replacing("weight: 40", with: "weight: 33.34")
        #expect(Sample.faults(rounded).map(\.code) == [.weightSum])
    }

    @Test("All faults of a definition are reported at once")
    func reportsSeveral() {
        let text = Sample.text.replacing("instansi:", with: "instanssi:")
            .replacing("from: 1..4", with: "from: 4..1")
            .replacing("[hasil desc, nip asc]", with: "[hasl desc, nip asc]")
            .replacing("weight: 40", with: "weight: 41")
        let codes = Set(Sample.faults(text).map(\.code))
        #expect(codes == [.unknownKey, .impossibleScale, .unknownName, .weightSum])
    }

    @Test(
        "What is no YAML map is refused",
        arguments: [
            ("", DiagnosticCode.yamlSyntax), ("- a\n- b\n", .wrongType), ("kinerja", .wrongType),
            ("a: [1\n", .yamlSyntax), ("kinerja: 1\nkinerja: 1\n", .yamlSyntax),
        ])
    func refusesOtherDocuments(text: String, code: DiagnosticCode) {
        #expect(Sample.faults(text).map(\.code) == [code])
    }
}
