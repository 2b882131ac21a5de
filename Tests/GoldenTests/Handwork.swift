internal import TestSupport

/// The figures that a case's README works out by hand, read out of its prose.
///
/// A section is headed by one NIP; in it `**name**` and `**figure**` of one line belong together in their order.
/// The last section names rejected rows, excluded and unscored people.
struct Handwork {
    struct Person {
        let nip: String
        /// Column of `hasil.csv` and what the README says it holds.
        var figures: [(column: String, text: String)] = []
        var predikat: String?
    }

    private(set) var people: [Person] = []
    /// File and line, and every word in backquotes beside them.
    private(set) var rejects: [(place: String, words: [String])] = []
    private(set) var excluded: [String] = []
    /// NIP and reason.
    private(set) var unscored: [[String]] = []

    init(of golden: GoldenCase) throws {
        let text = try Disk.text("\(golden.folder)/README.md")
        var isAboutOthers = false
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("## ") {
                isAboutOthers = line.contains("The others") || line.contains("Ditolak")
                if let nip = line.firstMatch(of: /\d{18}/) {
                    people.append(Person(nip: String(nip.output)))
                }
            } else if isAboutOthers {
                readOther(line)
            } else if !people.isEmpty {
                readFigures(line, golden.region)
            }
        }
    }

    private mutating func readFigures(_ line: String, _ region: String) {
        let bold = line.matches(of: /\*\*([^*]+)\*\*/).map { String($0.output.1) }
        var names: [String] = []
        var figures: [String] = []
        for token in bold {
            if let match = token.wholeMatch(of: /(-?\d+\.\d{2,4})(?: (\D+))?/) {
                figures.append(String(match.output.1))
                if let word = match.output.2 { people[people.count - 1].predikat = String(word) }
            } else if token.wholeMatch(of: /[a-z]+/) != nil {
                names.append(region == "sabang" && token == "unit" ? "nilai_unit" : token)
            }
        }
        if line.hasPrefix("- akhir") {
            names.append("akhir")
            if let word = line.firstMatch(of: /\d\*\*, ([A-Z][A-Za-z ]+)$/) {
                people[people.count - 1].predikat = String(word.output.1)
            }
        }
        if line.hasPrefix("- matriks"), let word = bold.last {
            people[people.count - 1].predikat = word
        }
        if names.count == figures.count {
            people[people.count - 1].figures += zip(names, figures).map { ($0, $1) }
        } else if figures.isEmpty, names.count == 1, line.contains("tanpa nilai") {
            people[people.count - 1].figures.append((names[0], ""))
        }
    }

    private mutating func readOther(_ line: String) {
        if let place = line.firstMatch(of: /`([^`]+\.(?:csv|txt)(?:\.gz)?:\d+)`/) {
            let words = line.matches(of: /`([^`]+)`/).map { String($0.output.1) }
            rejects.append((String(place.output.1), words))
        } else if let nip = line.firstMatch(of: /\b\d{18}\b/) {
            let nip = String(nip.output)
            if line.contains("dikecualikan") || line.contains("excluded") {
                excluded.append(nip)
            } else if let reason = line.firstMatch(of: /TANPA_[A-Z_]+/) {
                unscored.append([nip, String(reason.output)])
            }
        }
    }
}
