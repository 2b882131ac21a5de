package import Arithmetic
package import Regulation

/// Nilai kinerja and its predikat from SKP and perilaku kerja.
///
/// - Source: PP 30/2019, pasal 41.
package struct NilaiPP30: Sendable {
    /// Whether the instansi takes the opinion of peers and subordinates; it decides for all its employees.
    package enum Opinion: String, Sendable, CaseIterable {
        case without = "tanpa-pendapat"
        case with = "dengan-pendapat"
    }

    private struct Shares: Sendable {
        let skp: Rational
        let behaviour: Rational
    }

    private let shares: [String: Shares]
    private let sharesUse: ParameterUse
    private let bands: PredikatTable
    private let stored: StoredNilai
    /// What is given in place of a predikat that needs a new idea, where there is none.
    private let withoutIdea: [String: String]
    private let ideaUse: ParameterUse

    package init(_ rules: RuleReader) {
        let table = rules.records("pp30-bobot", columns: ["pendapat", "skp", "perilaku"])
        var shares: [String: Shares] = [:]
        for record in table.records {
            shares[record.text("pendapat")] = Shares(
                skp: record.number("skp"), behaviour: record.number("perilaku"))
        }
        for opinion in Opinion.allCases where shares[opinion.rawValue] == nil {
            rules.miss("'\(opinion.rawValue)'", in: table)
        }
        self.shares = shares
        sharesUse = table.use
        bands = PredikatTable(rules, "pp30-predikat")
        stored = StoredNilai(rules)
        let ideas = rules.records(
            "pp30-syarat-gagasan", columns: ["predikat", "tanpa_gagasan"])
        var withoutIdea: [String: String] = [:]
        for record in ideas.records {
            let (name, instead) = (record.text("predikat"), record.text("tanpa_gagasan"))
            for word in [name, instead] where !bands.names.contains(word) {
                record.report("'\(word)' is no predikat of pp30-predikat")
            }
            withoutIdea[name] = instead
        }
        self.withoutIdea = withoutIdea
        ideaUse = ideas.use
    }

    /// - Parameters:
    ///   - skp: Nilai SKP, 0...120, unrounded.
    ///   - behaviour: Nilai perilaku kerja, 0...120.
    ///   - opinion: Of the instansi.
    ///   - trace: Filled when it is on.
    /// - Returns: Exact, 0...120.
    package func value(
        skp: Rational, behaviour: Rational, opinion: Opinion, _ trace: inout Trace
    ) -> Rational? {
        guard let share = shares[opinion.rawValue] else { return nil }
        let value = (share.skp * skp + share.behaviour * behaviour) / Rational(100)
        trace.add(
            Trace.Node(
                label: "nilai kinerja", value: value.traceText,
                formula: "\(share.skp.exactText) % × \(skp.traceText) + "
                    + "\(share.behaviour.exactText) % × \(behaviour.traceText)",
                basis: [
                    RuleBasis(
                        use: sharesUse,
                        value: "\(opinion.rawValue) \(share.skp.exactText)/"
                            + share.behaviour.exactText)
                ]))
        return value
    }

    /// The predikat of an exact nilai kinerja, by the bands that its stored figure reaches; the highest only with a new
    /// idea or method.
    package func predikat(
        of value: Rational, hasIdea: Bool, _ trace: inout Trace
    ) -> String? {
        guard let band = bands.predikat(of: stored.value(of: value, &trace)) else { return nil }
        var (name, basis) = (band.name, [band.basis])
        if let instead = withoutIdea[band.name] {
            basis.append(
                RuleBasis(use: ideaUse, value: "\(band.name), tanpa gagasan \(instead)"))
            if !hasIdea { name = instead }
        }
        trace.add(
            Trace.Node(
                label: "predikat", value: name,
                formula: hasIdea ? "dengan gagasan baru" : "tanpa gagasan baru", basis: basis))
        return name
    }
}
