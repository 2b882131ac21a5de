package import CivilService
package import Diagnostics

/// Whose law a run applies (`run --rules`).
package enum RulesChoice: Sendable, Equatable {
    /// The law in force on the period's last day.
    case then
    /// The law in force on another day.
    case date(CalendarDate)
    /// The law of the period's last day, with values of a file in the place of some of it.
    case supposed(file: String, text: String)

    /// The day whose law applies to a period that ends on `last`.
    package func day(last: CalendarDate) -> CalendarDate {
        if case .date(let date) = self { date } else { last }
    }
}

/// The law that a run applied, as its outputs say it.
package struct RulesApplied: Sendable, Equatable {
    package let choice: RulesChoice
    /// The day whose law applied.
    package let day: CalendarDate
    /// Title of the suppositions, where there are any.
    package let supposition: String?

    package init(choice: RulesChoice, day: CalendarDate, supposition: String? = nil) {
        self.choice = choice
        self.day = day
        self.supposition = supposition
    }

    /// Whether another law was asked for than that of the period's end.
    package var isAsked: Bool { choice != .then }

    /// For people: what was not asked for needs no word of the command line.
    package func words(_ language: Language) -> String {
        isAsked ? text : language("yang berlaku pada \(day)", "in force on \(day)")
    }

    /// `then 2024-12-31`, `date 2021-06-30` or `file bobot.yaml: 2024-12-31, Bobot 70/30`.
    package var text: String {
        switch choice {
        case .then: "then \(day)"
        case .date: "date \(day)"
        case .supposed(let file, _): "file \(file): \(day), \(supposition ?? "")"
        }
    }
}
