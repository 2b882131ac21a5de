internal import Definition
internal import Spelling
internal import TestSupport
internal import Testing

@testable internal import Recognition

@Suite("guess on the sample exports")
struct SampleMappingTests {
    private static let regions = ["ambon", "jakarta", "marelan", "nasional", "pariaman", "sabang"]

    /// What a region's definition has and guess leaves to a human, by region, source and property.
    ///
    /// `asked`: guess must put a question. `left`: the column is not mapped, which loses no row.
    private static let known: [String: (isAsked: Bool, reason: String)] = [
        "nasional pegawai jenjang": (
            false, "the level is read from the post by a table of spellings"
        ),
        "marelan pegawai jenjang": (
            false, "whether the kind of post is the level is the region's choice"
        ),
        "sabang pegawai jenjang": (
            false, "whether the kind of post is the level is the region's choice"
        ),
        "jakarta pegawai jenis": (
            false, "whether the kind of post is the kind of person is the region's choice"
        ),
        "nasional belum-skp status": (true, "nothing in the file says what the list means"),
        "ambon warga elements": (true, "headings that nobody knows are not repeated"),
        "ambon sekolah encoding": (true, "one byte of the file is no UTF-8"),
        "jakarta umpan_app encoding": (true, "one byte of the file is no UTF-8"),
        "pariaman skp_kota encoding": (true, "one byte of the file is no UTF-8"),
        "sabang penilaian encoding": (true, "one byte of the file is no UTF-8"),
        "pariaman publik source": (true, "no header: nothing tells the kind"),
    ]

    private struct Tally {
        var right: [String: Int] = [:]
        var all: [String: Int] = [:]
        var used: Set<String> = []
        var wrong: [String] = []

        mutating func count(_ property: String, _ isRight: Bool) {
            all[property, default: 0] += 1
            if isRight { right[property, default: 0] += 1 }
        }
    }

    @Test(
        "Every export of a region is mapped as its definition says, or a listed question is asked",
        arguments: regions)
    func maps(region: String) throws {
        var tally = Tally()
        var files = 0
        do {
            let mappings = try Mapping.all(of: region)
            let root = Repository.path("sample-data/\(region)")
            for period in Disk.names(in: root) where Disk.isFolder("\(root)/\(period)") {
                let folder = "\(root)/\(period)"
                for file in Disk.tree(folder) {
                    guard let mapping = mappings.first(where: { $0.claims(file) }) else { continue }
                    files += 1
                    let sample = try Delivered.sample(file, in: folder)
                    compare(
                        Recognizer.recognize(sample), mapping, region: region, file: file,
                        sample, &tally)
                }
            }
        }
        let wrong = tally.wrong.joined(separator: "\n")
        #expect(tally.wrong.isEmpty, "\(wrong)")
        #expect(files >= 19)
        let unused = Set(Self.known.keys.filter { $0.hasPrefix(region) }).subtracting(tally.used)
        #expect(unused.isEmpty, "listed and not met: \(unused.sorted())")
        for property in tally.all.keys.sorted() {
            let (right, all) = (tally.right[property] ?? 0, tally.all[property] ?? 0)
            print("guess \(region) \(property): \(right) of \(all)")
            #expect(right * 2 >= all, "\(property): \(right) of \(all)")
        }
    }

    private func compare(
        _ recognition: Recognition, _ mapping: Mapping, region: String, file: String,
        _ sample: ExportSample, _ tally: inout Tally
    ) {
        let place = "\(region) \(mapping.source)"
        func settle(_ property: String, _ isRight: Bool, _ said: String, asked: Bool, left: Bool) {
            if isRight { return }
            guard let known = Self.known["\(place) \(property)"] else {
                return tally.wrong.append("\(place) \(file) \(property): \(said)")
            }
            tally.used.insert("\(place) \(property)")
            if known.isAsked ? !asked : !left {
                tally.wrong.append("\(place) \(file) \(property) unasked: \(said)")
            }
        }
        guard case .source(let guess) = recognition else {
            tally.count("kind", false)
            var isAsked = false
            if case .question = recognition { isAsked = true }
            return settle("source", false, "\(recognition)", asked: isAsked, left: false)
        }
        let asked = !guess.questions.isEmpty
        func check(_ group: String, _ name: String, _ wanted: String, _ found: String?) {
            let isRight = found.map { Self.agree($0, wanted) } ?? false
            tally.count(group, isRight)
            settle(
                name, isRight, "\(found ?? "nothing"), expected \(wanted)", asked: asked,
                left: found == nil)
        }
        check("kind", "kind", mapping.kind, guess.kind.rawValue)
        check("format", "container", mapping.container, guess.container)
        for (name, origin) in mapping.columns.sorted(by: { $0.key < $1.key }) {
            check("column", name, origin, guess.mapping[name])
        }
        if !mapping.elements.isEmpty {
            check("elements", "elements", "\(mapping.elements)", "\(guess.elements)")
        }
        for (key, wanted) in Self.format(of: mapping, sample, guess) {
            check(key, key, wanted, guess.setting(key).map { Self.plain($0.value) })
        }
    }

    /// Keys of the format that decide how this very file is read, with what the definition says of them.
    private static func format(
        of mapping: Mapping, _ sample: ExportSample, _ guess: SourceGuess
    ) -> [(String, String)] {
        var keys: [(String, String)] = []
        if mapping.container == "xml" {
            keys.append(("record", mapping.format["record"] ?? ""))
        } else {
            keys.append(("delimiter", mapping.format["delimiter"] ?? ","))
            keys.append(("preamble", mapping.format["preamble"] ?? "0"))
            keys.append(("header", mapping.format["header"] ?? "true"))
            if sample.bytes.contains(where: { $0 >= 0x80 }) {
                keys.append(("encoding", mapping.format["encoding"] ?? "utf-8"))
            }
            if let footer = mapping.format["footer"],
                String(decoding: sample.bytes, as: UTF8.self).contains("\n" + footer)
            {
                keys.append(("footer", footer))
            }
            if let escape = mapping.format["escape"], sample.bytes.contains(UInt8(ascii: "\\")) {
                keys.append(("escape", escape))
            }
        }
        // A file whose numbers have no mark is read alike with either.
        if guess.setting("decimal") != nil {
            keys.append(("decimal", mapping.format["decimal"] ?? "."))
        }
        return keys
    }

    private static func plain(_ value: String) -> String {
        guard value.hasPrefix("\"") else { return value }
        return String(value.dropFirst().dropLast()).replacing("\\t", with: "\t")
            .replacing("\\\\", with: "\\")
    }

    /// Equal but for case and blanks, as headings are; a `*` of the definition stands for any name.
    private static func agree(_ found: String, _ wanted: String) -> Bool {
        if wanted.contains("*") {
            let (a, b) = (found.split(separator: "/"), wanted.split(separator: "/"))
            return a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $1 == "*" }
        }
        return found == wanted
            || found.hasPrefix("heading")
                && FoldedSpelling.fold(found) == FoldedSpelling.fold(wanted)
    }
}
