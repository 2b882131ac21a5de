internal import TestSupport
internal import Testing

/// One thing that is wrong with a job, and the answer that a person must get.
struct BadInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: Int32
    /// What the message must contain: place, code, sometimes the remedy.
    let says: [String]
    let spoil: @Sendable (inout SmallJob) throws -> Void

    init(
        _ description: String, exits code: Int32, saying says: [String],
        _ spoil: @escaping @Sendable (inout SmallJob) throws -> Void
    ) {
        testDescription = description
        self.code = code
        self.says = says
        self.spoil = spoil
    }

    static let all = definitions + files + packed + markup + text + rows

    private static let definitions = [
        BadInput("weight sum 99", exits: 2, saying: ["definisi.yaml:27", "C106", "99"]) {
            $0.definition.replace("weight: 100", by: "weight: 99")
        },
        BadInput("unknown key", exits: 2, saying: ["definisi.yaml:4:1", "C102", "period"]) {
            $0.definition.replace("period: quarter", by: "perod: quarter\nperiod: quarter")
        },
        BadInput("YAML that is none", exits: 2, saying: ["definisi.yaml", "C101"]) {
            $0.definition.replace("ingest:", by: "ingest: [")
        },
        BadInput("period of another length", exits: 2, saying: ["definisi.yaml:4", "C110"]) {
            $0.definition.replace("period: quarter", by: "period: year")
        },
    ]

    private static let files = [
        BadInput("missing file", exits: 3, saying: ["pegawai.csv", "I901"]) {
            $0.files["pegawai.csv"] = nil
        },
        BadInput("pattern that matches nothing", exits: 3, saying: ["kinerja/*.csv", "I901"]) {
            $0.definition.replace("capaian/*.csv", by: "kinerja/*.csv")
        },
        BadInput("empty file", exits: 3, saying: ["pegawai.csv", "I903"]) {
            $0.set("pegawai.csv", "")
        },
        BadInput("a folder instead of a file", exits: 3, saying: ["pegawai.csv", "I901"]) {
            $0.files["pegawai.csv"] = nil
            $0.set("pegawai.csv/isi.csv", SmallJob.register)
        },
        BadInput("two files of one version", exits: 3, saying: ["b-v1.csv", "I910"]) {
            $0.definition = SmallJob.definition(
                pattern: "capaian/{daerah}-{bulan}-v{versi}.csv",
                source: "    version: versi\n    replaces: [bulan]\n" + SmallJob.csvSource)
            $0.files["capaian/satu.csv"] = nil
            $0.set("capaian/a-b-v1.csv", SmallJob.text(SmallJob.rows))
            $0.set("capaian/c-b-v1.csv", SmallJob.text([SmallJob.rows[0]]))
        },
    ]

    private static let packed = [
        BadInput("cut gzip", exits: 3, saying: ["capaian/satu.csv.gz", "I905"]) {
            $0.definition = SmallJob.definition(pattern: "capaian/*.csv.gz")
            let whole = try Gzip.pack(Array(SmallJob.text(SmallJob.rows).utf8))
            $0.files = $0.files.filter { $0.key != "capaian/satu.csv" }
            $0.files["capaian/satu.csv.gz"] = Array(whole.dropLast(9))
        },
        BadInput("gzip with a flipped byte", exits: 3, saying: ["satu.csv.gz", "I905"]) {
            $0.definition = SmallJob.definition(pattern: "capaian/*.csv.gz")
            var whole = try Gzip.pack(Array(SmallJob.text(SmallJob.rows).utf8))
            whole[whole.count - 5] ^= 1
            $0.files = $0.files.filter { $0.key != "capaian/satu.csv" }
            $0.files["capaian/satu.csv.gz"] = whole
        },
        BadInput("text that is called gzip", exits: 3, saying: ["satu.csv.gz", "I905"]) {
            $0.definition = SmallJob.definition(pattern: "capaian/*.csv.gz")
            $0.files["capaian/satu.csv.gz"] = $0.files.removeValue(forKey: "capaian/satu.csv")
        },
    ]

    private static let markup = [
        xml("cut XML", ["capaian/satu.xml:", "I906"]) { String($0.dropLast(20)) },
        xml("XML with a DOCTYPE", ["capaian/satu.xml:2", "I907"]) {
            $0.replacingHead(with: "<!DOCTYPE capaian>\n")
        },
        xml("XML entity bomb", ["capaian/satu.xml:2", "I907"]) {
            $0.replacingHead(
                with: "<!DOCTYPE capaian [<!ENTITY a \"aaaaaaaaaa\">"
                    + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>\n")
        },
    ]

    private static let text = [
        BadInput("header without a column", exits: 3, saying: ["pegawai.csv:1", "I902", "UNIT"]) {
            $0.set("pegawai.csv", "NIP,NAMA\n\(SmallJob.nips[0]),Andi\n")
        },
        BadInput("wrong delimiter", exits: 3, saying: ["pegawai.csv:1", "I902", "NIP"]) {
            $0.set("pegawai.csv", SmallJob.register.replacing(",", with: ";"))
        },
        BadInput("UTF-16 where UTF-8 is declared", exits: 3, saying: ["pegawai.csv", "I908"]) {
            $0.files["pegawai.csv"] =
                [0xFF, 0xFE]
                + SmallJob.register.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        },
        BadInput("header that is no text", exits: 3, saying: ["pegawai.csv", "I908"]) {
            $0.files["pegawai.csv"] = [0xC3, 0x28, 0xE9, 0x2C, 0xFF, 0x0A, 0x31, 0x0A]
        },
    ]

    private static let rows = [
        BadInput("reject limit exceeded", exits: 3, saying: ["capaian", "V901"]) {
            let bad = (0..<11).map { [SmallJob.nips[0], "A", "2025-07", "rusak\($0)"] }
            $0.set("capaian/satu.csv", SmallJob.text(SmallJob.rows + bad))
        }
    ]

    private static func xml(
        _ description: String, _ says: [String], _ spoil: @escaping @Sendable (String) -> String
    ) -> BadInput {
        BadInput(description, exits: 3, saying: says) {
            $0.definition = SmallJob.definition(
                pattern: "capaian/*.xml", source: SmallJob.xmlSource)
            $0.files["capaian/satu.csv"] = nil
            $0.set("capaian/satu.xml", spoil(SmallJob.xml(SmallJob.rows)))
        }
    }
}

extension String {
    fileprivate mutating func replace(_ text: String, by other: String) {
        self = replacing(text, with: other)
    }

    /// The text with a line behind its XML declaration.
    fileprivate func replacingHead(with line: String) -> String {
        replacing("?>\n", with: "?>\n" + line, maxReplacements: 1)
    }
}
