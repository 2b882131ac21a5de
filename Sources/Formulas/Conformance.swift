internal import Spelling

/// Whether a predikat stated elsewhere is the one that the matrix gives for the ratings stated beside it.
package enum Conformance: Sendable, Hashable {
    /// What of the three was stated.
    package enum Part: String, Sendable {
        case outcome = "hasil kerja"
        case conduct = "perilaku kerja"
        case predikat = "hasil akhir"
    }

    case agrees
    /// The rule gives another predikat.
    case differs(given: String)
    /// Nothing, or only a dash, is stated; the first such part.
    case missing(Part)
    /// The text is no word of the law; the first such part.
    case unknown(Part, text: String)
}

extension PredikatPANRB6 {
    /// Compares a stated predikat with the matrix.
    ///
    /// - Parameters:
    ///   - hasil: Rating of hasil kerja as stated, `nil` where there is none.
    ///   - perilaku: Rating of perilaku kerja as stated.
    ///   - akhir: The predikat as stated.
    ///   - trace: Filled when it is on.
    /// - Returns: The first thing that keeps the three from being judged, or whether they agree.
    package func conformance(
        hasil: String?, perilaku: String?, akhir: String?, _ trace: inout Trace
    ) -> Conformance {
        let parts: [(part: Conformance.Part, text: String?, list: WordList)] = [
            (.outcome, hasil, ratings), (.conduct, perilaku, ratings), (.predikat, akhir, predikat),
        ]
        var words: [String] = []
        for (part, text, list) in parts {
            guard let text, !FoldedSpelling.fold(text).isEmpty else { return .missing(part) }
            guard let word = list.word(text) else { return .unknown(part, text: text) }
            words.append(word)
        }
        guard let given = predikat(hasil: words[0], perilaku: words[1], &trace) else {
            return .unknown(.outcome, text: words[0])
        }
        return given == words[2] ? .agrees : .differs(given: given)
    }
}
