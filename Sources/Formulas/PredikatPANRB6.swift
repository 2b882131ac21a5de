package import Regulation

/// The predikat of a person from the ratings of hasil kerja and perilaku kerja, by the matrix of nine cells.
///
/// - Source: PermenPANRB 6/2022, kuadran kinerja pegawai.
package struct PredikatPANRB6: Sendable {
    /// The three ratings, from the highest down.
    package let ratings: WordList
    /// The five predikat, from the highest down.
    package let predikat: WordList
    private let matrix: RuleMatrix

    package init(_ rules: RuleReader) {
        let spellings = WordList.spellings(rules)
        ratings = WordList("panrb6-ekspektasi", spellings: spellings, rules)
        predikat = WordList("panrb6-predikat", spellings: spellings, rules)
        matrix = rules.matrix("panrb6-matriks")
        rules.require(ratings.words, by: ratings.words, in: matrix)
        for word in matrix.words where !predikat.words.contains(word) && !predikat.words.isEmpty {
            rules.reportMalformed(
                matrix.use.name, "gives '\(word)', which 'panrb6-predikat' does not list")
        }
    }

    /// The cell of the matrix that two ratings meet in, `nil` where one of them is no word of the list.
    package func basis(hasil: String, perilaku: String) -> RuleBasis? {
        guard let row = ratings.word(hasil), let column = ratings.word(perilaku) else {
            return nil
        }
        return matrix.basis(row, column)
    }

    /// - Parameters:
    ///   - hasil: Rating of hasil kerja, in any spelling that the law's lists know.
    ///   - perilaku: Rating of perilaku kerja, likewise.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where one of the ratings is no word of the list.
    package func predikat(hasil: String, perilaku: String, _ trace: inout Trace) -> String? {
        guard let row = ratings.word(hasil), let column = ratings.word(perilaku),
            let found = matrix[row, column]
        else { return nil }
        trace.add(
            Trace.Node(
                label: "predikat", value: found,
                formula: "hasil kerja \(row) × perilaku kerja \(column)",
                basis: [matrix.basis(row, column)]))
        return found
    }
}
