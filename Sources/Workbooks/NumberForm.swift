/// What a number format makes of a number, as far as it changes what the cell means.
enum NumberForm: Equatable {
    case plain
    case percent
    case date
    /// Year and month without a day.
    case month
    /// Days and time of day.
    case dateTime
    /// Time of day, or a length of time.
    case time

    /// The formats that a file need not define.
    ///
    /// - Source: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates of East Asian versions.
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self = .percent
        case 17: self = .month
        case 14...16, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45...47, 55, 56: self = .time
        case 22: self = .dateTime
        default: self = .plain
        }
    }

    /// A format that the file defines, by the letters outside of quotes and brackets in the part for
    /// positive numbers.
    init(code: String) {
        var letters: Set<Character> = []
        var isPercent = false
        var rest = Array(code.lowercased())[...]
        if code.lowercased().hasPrefix("general") { rest = [] }
        while let next = rest.popFirst(), next != ";" {
            switch next {
            case "\"":
                while let quoted = rest.popFirst(), quoted != "\"" {}
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                // A length of time: [h], [mm], [ss]; anything else is a colour, locale or condition.
                if let unit = inside.first, "hms".contains(unit),
                    inside.allSatisfy({ $0 == unit })
                {
                    letters.insert("h")
                }
            case "%": isPercent = true
            case "y", "e", "m", "d", "h", "s":
                // `0.00E+00` has an exponent and no era.
                if next != "e" || !(rest.first == "+" || rest.first == "-") { letters.insert(next) }
            default: break
            }
        }
        let hasTime = !letters.isDisjoint(with: ["h", "s"])
        let hasDay = letters.contains("d")
        let hasYear = !letters.isDisjoint(with: ["y", "e"])
        if hasDay || hasYear || letters == ["m"] {
            self = hasTime ? .dateTime : hasDay || !letters.contains("m") ? .date : .month
        } else {
            self = hasTime ? .time : isPercent ? .percent : .plain
        }
    }
}
