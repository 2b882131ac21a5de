internal import Arithmetic
internal import Diagnostics
internal import Documents
internal import Formulas
internal import Spelling

/// Reads the methods that take ratings given elsewhere.
extension DefinitionReading {
    func outcome(_ map: inout DocumentMap, at place: SourceLocation) -> OutcomeMethod? {
        let columnNode = required(&map, "column")
        let column: OutcomeMethod.Column? = choice(columnNode, "'column'")
        let valuesNode = map.optional("values")
        let several = several(&map, at: place)
        guard let column, let columnNode else { return nil }
        if column.isRating, valuesNode == nil {
            report(
                .missingKey, columnNode.place,
                "'\(column.rawValue)' holds words, and 'values' gives them no points",
                hint: "write values: { di atas ekspektasi: 3, … }")
        }
        if !column.isRating, let valuesNode {
            report(
                .badValue, valuesNode.place, "'\(column.rawValue)' holds figures, not words")
        }
        let values = numbers(valuesNode, "'values'").map { (word: $0.name, points: $0.value) }
        return OutcomeMethod(column: column, values: values, several: several)
    }

    func angkaKredit(_ map: inout DocumentMap, at place: SourceLocation) -> AngkaKreditMethod {
        let several = several(&map, at: place)
        let reader = rules(at: place)
        return AngkaKreditMethod(
            formula: AngkaKreditFormula(reader), predikat: PredikatPANRB6(reader),
            several: several)
    }

    /// Which of several SKP counts: as the definition states, else as the parameter does.
    private func several(_ map: inout DocumentMap, at place: SourceLocation) -> SeveralSKP {
        let stated: SeveralSKP.Policy? = choice(map.optional("several"), "'several'")
        return stated.map { SeveralSKP($0) } ?? SeveralSKP(rules(at: place))
    }
}
