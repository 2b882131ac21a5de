internal import Regulation
internal import Spelling

/// The words of the master that indicators must understand, by group; a word that no group has is not understood.
struct QualityWords: Sendable {
    enum Group: String, CaseIterable {
        case structural = "jenis-struktural"
        case functional = "jenis-fungsional"
        case executing = "jenis-pelaksana"
        case candidate = "status-cpns"
        case permanent = "status-pns"
        case active = "kedudukan-aktif"
        case onUnpaidLeave = "kedudukan-cltn"
        case rightForPPPK = "kedudukan-pppk"
        case seconded = "dpk-dpb"
        case functionalCandidate = "calon-jf"
        case functionalName = "unsur-nama-jf"
        case male = "pria"
        case female = "wanita"
    }

    private var folded: [Group: Set<String>] = [:]
    private var phrases: [Group: [[String]]] = [:]

    init(_ rules: RuleReader) {
        let table = rules.records("kualitas-data-kata", columns: ["kelompok", "kata"])
        for row in table.records {
            guard let group = Group(rawValue: row.text("kelompok")) else {
                row.report("'\(row.text("kelompok"))' is no group of words")
                continue
            }
            // Several words of one group stand in one row, between semicolons.
            for word in row.text("kata").split(separator: ";") {
                folded[group, default: []].insert(FoldedSpelling.fold(String(word)))
                phrases[group, default: []].append(Self.words(of: String(word)))
            }
        }
        for group in Group.allCases where folded[group] == nil {
            rules.miss("'\(group.rawValue)'", in: table)
        }
    }

    /// Whether `text` is a word of the group, however it is spelt.
    func has(_ text: String, in group: Group) -> Bool {
        folded[group]?.contains(FoldedSpelling.fold(text)) ?? false
    }

    /// The first phrase of the group that `text` contains as whole words.
    func phrase(of group: Group, in text: String) -> String? {
        let words = Self.words(of: text)
        return phrases[group]?.first { Self.place(of: $0, in: words) != nil }?
            .joined(separator: " ")
    }

    /// Whether `text` begins with a phrase of the group.
    func begins(_ text: String, with group: Group) -> Bool {
        let words = Self.words(of: text)
        return phrases[group]?.contains { words.starts(with: $0) } ?? false
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func place(of phrase: [String], in words: [String]) -> Int? {
        guard !phrase.isEmpty, phrase.count <= words.count else { return nil }
        return (0...words.count - phrase.count).first { start in
            Array(words[start..<start + phrase.count]) == phrase
        }
    }
}
