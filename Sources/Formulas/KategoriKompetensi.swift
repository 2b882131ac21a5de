package import Arithmetic
package import Regulation
internal import Spelling

/// The category of an assessed competency (sangat baik, baik, kurang) by percent and ladder of posts.
///
/// - Source: PermenKKP 39/2023, pasal 52.
package struct KategoriKompetensi: Sendable {
    private struct Ladder: Sendable {
        let names: [String]
        let bands: PrintedBands
    }

    /// By folded name.
    private let ladders: [String: Ladder]

    package init(_ rules: RuleReader) {
        let records = rules.records(
            "kompetensi-kategori", columns: ["jabatan", "nama"] + PrintedBands.columns)
        let gap: RuleChoice<PrintedBands.Gap>? = rules.choice("kompetensi-kategori-sela")
        let groups = Dictionary(grouping: records.records) {
            FoldedSpelling.fold($0.text("jabatan"))
        }
        ladders = groups.mapValues { rows in
            let names = rows.map { $0.text("nama") }
            return Ladder(
                names: names,
                bands: PrintedBands(
                    rows, words: names, use: records.use, gap: gap))
        }
    }

    /// - Parameters:
    ///   - percent: 0 to 100.
    ///   - ladder: As the parameter names it, in any spelling.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` for an unknown ladder, or in a gap that has no category.
    package func category(
        of percent: Rational, ladder: String, _ trace: inout Trace
    ) -> String? {
        guard let ladder = ladders[FoldedSpelling.fold(ladder)] else { return nil }
        let name = ladder.bands.place(of: percent).map { ladder.names[$0] }
        trace.add(
            Trace.Node(
                label: "kategori", value: name, formula: percent.traceText,
                basis: ladder.bands.basis(of: percent)))
        return name
    }
}
