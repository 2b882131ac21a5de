import Arithmetic
import CivilService
import Definition
import Diagnostics
import Testing

@Suite("DefinitionLoader")
struct DefinitionLoaderTests {
    @Test("A small definition loads with what it states and the defaults of the rest")
    func loadsSample() throws {
        let definition = try Sample.load(Sample.text)
        #expect(definition.name == "uji")
        #expect(definition.title == "Uji coba")
        #expect(definition.instansi == "Kota Uji")
        #expect(definition.period.description == "2025-Q3")
        #expect(definition.nipCheck == .anatomy)
        #expect(definition.sources.map(\.name) == ["pegawai", "indikator", "capaian", "penilaian"])
        #expect(
            definition.sourcesInReadingOrder.map(\.name)
                == ["indikator", "pegawai", "capaian", "penilaian"])
        #expect(definition.transfers == .byDays)
        #expect(definition.acting == .setAside)
        #expect(definition.exclusions.map(\.reason) == ["belum diangkat"])
        #expect(definition.finalPublishing.decimals == 2)
        #expect(definition.finalPublishing.rounding == .halfUp)
        #expect(definition.componentPublishing.decimals == 4)
        #expect(!definition.usesRoundedComponents)
        #expect(definition.componentIDs == ["hasil", "perilaku"])
        #expect(definition.componentTitle("hasil") == "hasil")
        #expect(definition.export.files == nil)
        #expect(definition.export.hasArchive)
        #expect(definition.warnings.findings == nil)
        #expect(definition.files.map(\.name) == ["uji.yaml"])
    }

    @Test("A source has its kind's key, its patterns and the default policies")
    func loadsSources() throws {
        let definition = try Sample.load(Sample.text)
        let source = try #require(definition.source("capaian"))
        #expect(source.kind == .attainment)
        #expect(source.supplier == "capaian")
        #expect(source.key == ["nip", "indikator", "bulan"])
        #expect(source.captures == ["unit", "bulan"])
        #expect(source.column("bulan")?.origin == .capture("bulan"))
        #expect(source.column("realisasi")?.origin == .heading("R"))
        #expect(source.duplicates == .first)
        #expect(source.outsidePeriod == .setAside)
        #expect(source.rejectLimit.basisPoints == 100)
        #expect(source.nulls == ["", "-", "\\N", "NULL", "#N/A"])
        #expect(!source.isOptional)
        #expect(source.codes == [.number: "ANGKA"])
        #expect(source.rules.map(\.column) == ["realisasi"])
        #expect(definition.source("pegawai")?.key == ["nip", "unit"])
        #expect(definition.source("penilaian")?.key == ["nip", "peran"])
        #expect(definition.source("penilaian")?.scale?.from == Rational(1)...Rational(4))
    }

    @Test("Schemes, ranks and predikat are as written")
    func loadsScore() throws {
        let definition = try Sample.load(Sample.text)
        let scheme = try #require(definition.schemes.first)
        #expect(scheme.components.map(\.weight) == [Rational(60), Rational(40)])
        #expect(scheme.components.map(\.method.name) == ["attainment", "rating"])
        #expect(scheme.components.map(\.missing) == [.unscored, .unscored])
        guard case .attainment(let method) = scheme.components[0].method else {
            Issue.record("no attainment")
            return
        }
        // An indicator source maps `bobot`, so that is the default weight.
        guard case .bobot = method.weights else {
            Issue.record("weights are \(method.weights)")
            return
        }
        #expect(method.lower == .targetByResult)
        #expect(scheme.predikat.names == ["Baik", "Cukup", "Kurang"])
        #expect(definition.rank.within == [.everyone, .unit])
        #expect(definition.rank.by == [.init(key: .final, isDescending: true)])
        #expect(
            definition.rank.order == [
                .init(key: .component("hasil"), isDescending: true),
                .init(key: .nip, isDescending: false),
            ])
        #expect(definition.rank.ties == .share)
    }

    @Test("Everything that a source may state is kept")
    func loadsFormats() throws {
        let text = Sample.text.replacing(
            "    files: penilaian.csv\n",
            with: """
                    files: [a-*.csv, "b-{v}.csv"]
                    supplier: BKPSDM
                    optional: true
                    version: v
                    replaces: []
                    nulls: [kosong]
                    key: [nip]
                    duplicates: refuse
                    outside_period: reject
                    reject_limit: 2.5 %
                    format:
                      csv: { delimiter: ";", quote: none, escape: "\\\\", encoding: windows-1252,
                        decimal: ",", preamble: 3, footer: Total, record_lines: 1,
                        record_bytes: 4096, blank_lines: reject, numbers: strict, trim: false,
                        header: false }

                """)
        let source = try #require(try Sample.load(text).source("penilaian"))
        #expect(source.patterns.map(\.text) == ["a-*.csv", "b-{v}.csv"])
        #expect(source.supplier == "BKPSDM")
        #expect(source.isOptional)
        #expect(source.version == "v")
        #expect(source.nulls == ["kosong"])
        #expect(source.key == ["nip"])
        #expect(source.duplicates == .refuse)
        #expect(source.outsidePeriod == .reject)
        #expect(source.rejectLimit.basisPoints == 250)
        guard case .csv(let format) = source.format else {
            Issue.record("no CSV")
            return
        }
        #expect(format.delimiter == ";")
        #expect(format.quote == nil)
        #expect(format.escape == UInt8(ascii: "\\"))
        #expect(format.encoding == .windows1252)
        #expect(format.numbers == NumberFormat(decimalMark: UInt8(ascii: ","), isLenient: false))
        #expect(format.preambleLines == 3)
        #expect(format.footerPrefix == "Total")
        #expect([format.recordLines, format.recordBytes] == [1, 4096])
        #expect(format.blankLines == .reject)
        #expect(!format.trims)
        #expect(!format.hasHeader)
    }

    @Test("Strengths and weaknesses begin where the definition, or the reference page, says")
    func loadsFeedback() throws {
        let plain = try Sample.load(Sample.text).feedback
        #expect(plain.strength == Rational(90))
        #expect(plain.weakness == Rational(75))
        let text = Sample.text.replacing(
            "rank:\n", with: "feedback: { strength: 95.5, weakness: 60 }\nrank:\n")
        let stated = try Sample.load(text).feedback
        #expect(stated.strength == Rational(191, over: 2))
        #expect(stated.weakness == Rational(60))
    }

    @Test(
        "Missing evidence is treated as the definition says",
        arguments: [
            ("unscored", ComponentDefinition.Missing.unscored), ("reweight", .reweight),
            ("exclude", .exclude), ("{ value: 1/3 }", .value(Rational(1, over: 3))),
        ])
    func loadsMissing(text: String, missing: ComponentDefinition.Missing) throws {
        let text = Sample.text.replacing(
            "weight: 40",
            with: "weight: 40\n          missing: \(text)\n          minimum_present: 60")
        let component = try Sample.load(text).schemes[0].components[1]
        #expect(component.missing == missing)
        #expect(component.minimumPresent == Rational(60))
    }

    @Test("A word that is no policy for missing evidence is a fault")
    func refusesMissingPolicy() {
        let text = Sample.text.replacing("weight: 40", with: "weight: 40\n          missing: nol")
        #expect(Sample.faults(text).map(\.code) == [.wrongType])
    }

    @Test(
        "The period must have the definition's length",
        arguments: [
            ("year", "2025", true), ("semester", "2025-S2", true), ("quarter", "2025-Q4", true),
            ("month", "2025-12", true), ("year", "2025-Q1", false), ("month", "2025", false),
        ])
    func checksPeriod(length: String, period: String, isRight: Bool) {
        let text = Sample.text.replacing("period: quarter", with: "period: \(length)")
        #expect(Sample.faults(text, period: period).map(\.code) == (isRight ? [] : [.wrongPeriod]))
    }

    @Test("An alias table is read, quoted cells and byte order mark included")
    func loadsAliases() throws {
        let text = Sample.text.replacing(
            "  scales:", with: "  aliases: { unit: unor.csv }\n  scales:")
        let table = "\u{FEFF}ejaan,baku\r\n\"PKM A, Uji\",Puskesmas A\nrsud,RSUD\n"
        let definition = try Sample.load(text, files: ["unor.csv": table])
        let aliases = try #require(definition.aliases["unit"])
        #expect(aliases.map(\.spelling) == ["PKM A, Uji", "rsud"])
        #expect(aliases.map(\.kept) == ["Puskesmas A", "RSUD"])
        #expect(definition.files.map(\.name) == ["uji.yaml", "unor.csv"])
    }

    @Test(
        "A broken alias table is a fault of the table",
        arguments: [("unit,baku\na,b\n", 1), ("ejaan,baku\na\n", 2), ("ejaan,baku\na,b,c\n", 2)])
    func refusesAliases(table: String, line: Int) {
        let text = Sample.text.replacing(
            "  scales:", with: "  aliases: { unit: unor.csv }\n  scales:")
        let found = Sample.faults(text, files: ["unor.csv": table])
        #expect(found.map(\.code) == [.badValue])
        #expect(
            found.first?.location
                == Diagnostics.SourceLocation(file: "unor.csv", line: line, column: 1))
    }
}
