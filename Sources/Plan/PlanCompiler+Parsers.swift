internal import Arithmetic
internal import Definition
internal import Diagnostics
internal import Spelling

extension PlanCompiler {
    /// How a column is read, what its integers are divided by, and what it expects, in words.
    func parser(
        of column: SourceDefinition.Column, type: ValueType, rules: [RuleDefinition]
    ) -> (parser: ColumnPlan.Parser, denominator: Int64, expected: Wording) {
        switch type {
        case .nip:
            let isAnatomy = definition.nipCheck == .anatomy
            return (
                .nip(
                    isAnatomy: isAnatomy, isClean: isAnatomy,
                    old: source.kind == .register ? nil : references.oldNIPs), 1,
                type.expectation
            )
        case .text:
            let aliases = definition.aliases[column.name] ?? []
            let table =
                aliases.isEmpty
                ? nil
                : SpellingTable(
                    aliases.enumerated().map { ($0.element.spelling, Int32($0.offset)) },
                    folded: true)
            return (.text(alias: table, kept: aliases.map(\.kept)), 1, type.expectation)
        case .integer, .decimal:
            return numberParser(type, rules: rules)
        case .rating:
            let scale = RatingScale(
                syntax: ratingSyntax(rules), scale: ownScale(column), words: ownWords(column))
            let expected =
                ownScale(column).map {
                    Wording("\($0.from.lowerBound.exactText)…\($0.from.upperBound.exactText)")
                } ?? Wording("angka", "a number")
            let suffix =
                ownWords(column) == nil ? "" : Wording(" atau kata nilai", " or a rating word")
            return (.rating(scale), scale.denominator, expected + suffix)
        case .date:
            let forms = rules.firstNonNil { rule in
                if case .date(let forms) = rule.test { forms } else { nil }
            }
            let accepted = forms ?? DateForm.unambiguous
            return (.date(accepted), 1, Wording(accepted.map(\.rawValue).joined(separator: ", ")))
        case .month:
            let forms = rules.firstNonNil { rule in
                if case .month(let forms) = rule.test { forms } else { nil }
            }
            let accepted = forms ?? MonthForm.allCases
            return (.month(accepted), 1, Wording(accepted.map(\.rawValue).joined(separator: ", ")))
        case .flag:
            return (.flag(Self.flagSpellings), 1, type.expectation)
        case .golongan:
            return (.golongan, 1, type.expectation)
        }
    }

    /// Faults of a column of NIPs that say more than that it is none.
    mutating func nipFaults(at index: Int) -> NIPFaults {
        NIPFaults(
            unknownOld: fault(
                .unknownPerson, column: index,
                expected: Wording(
                    "NIP 18 digit, atau NIP lama yang ada pada nip_lama data pegawai",
                    "18 digits of a NIP, or an old NIP that the register's nip_lama has")),
            ambiguousOld: fault(
                .unknownPerson, column: index,
                expected: Wording(
                    "NIP 18 digit: NIP lama ini milik lebih dari satu orang di data pegawai",
                    "18 digits of a NIP: this old NIP is of more than one person of the register")),
            lostDigits: fault(
                .nip, column: index,
                expected: Wording(
                    "NIP 18 digit sebagai teks: lembar kerja menyimpannya sebagai bilangan dan "
                        + "angka terakhirnya hilang",
                    "18 digits of a NIP as text: a spreadsheet kept it as a number and its last "
                        + "digits are lost")))
    }

    private func ownScale(_ column: SourceDefinition.Column) -> ScaleDefinition? {
        source.scale.flatMap { $0.column == column.name ? $0 : nil }
    }

    private func ownWords(_ column: SourceDefinition.Column) -> WordsDefinition? {
        source.words.flatMap { $0.column == column.name ? $0 : nil }
    }

    private func numberParser(
        _ type: ValueType, rules: [RuleDefinition]
    ) -> (parser: ColumnPlan.Parser, denominator: Int64, expected: Wording) {
        var syntax = NumberSyntax(
            decimalMark: source.format.numbers.decimalMark,
            lenient: source.format.numbers.isLenient, maximumDigits: 12,
            maximumPlaces: type == .integer ? 0 : 6)
        for rule in rules {
            switch rule.test {
            case .integer(let digits):
                syntax.maximumDigits = digits
                syntax.maximumPlaces = 0
                syntax.lenient = false
            case .decimal(let digits, let places, let rounds):
                syntax.maximumDigits = digits
                syntax.maximumPlaces = places
                syntax.lenient = false
                syntax.rounds = rounds
            default: break
            }
        }
        var denominator: Int64 = 1
        for _ in 0..<syntax.maximumPlaces { denominator *= 10 }
        let mark = syntax.decimalMark == UInt8(ascii: ",") ? "," : "."
        let (digits, places) = (syntax.maximumDigits, syntax.maximumPlaces)
        let fraction: Wording =
            places == 0 || syntax.rounds
            ? ""
            : Wording(
                ", paling banyak \(places) desimal sesudah '\(mark)'",
                " with at most \(places) places after '\(mark)'")
        let expected =
            Wording("angka paling banyak \(digits) digit", "a number of at most \(digits) digits")
            + fraction
        return (.number(syntax), denominator, expected)
    }

    private func ratingSyntax(_ rules: [RuleDefinition]) -> NumberSyntax {
        var syntax = NumberSyntax(
            decimalMark: source.format.numbers.decimalMark,
            lenient: source.format.numbers.isLenient, maximumDigits: 7, maximumPlaces: 4)
        for rule in rules where rule.column == "nilai" {
            switch rule.test {
            case .integer(let digits):
                (syntax.maximumDigits, syntax.maximumPlaces, syntax.lenient) = (digits, 0, false)
            case .decimal(let digits, let places, let rounds):
                (syntax.maximumDigits, syntax.maximumPlaces, syntax.lenient) = (
                    digits, places, false
                )
                syntax.rounds = rounds
            default: break
            }
        }
        return syntax
    }

    private static var flagSpellings: SpellingTable {
        let yes = ["1", "ya", "y", "true", "benar", "plt", "plh", "pj"]
        let no = ["0", "tidak", "t", "n", "no", "false", "salah", "definitif"]
        return SpellingTable(yes.map { ($0, 1) } + no.map { ($0, 0) }, folded: true)
    }
}

extension Array {
    fileprivate func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
        for element in self {
            if let value = transform(element) { return value }
        }
        return nil
    }
}
