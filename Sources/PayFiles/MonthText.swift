internal import CivilService
internal import Diagnostics

/// Months as people write them.
struct MonthText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    /// `Maret 2025`.
    func text(_ month: Month) -> String {
        let names = language == .indonesian ? Month.namesIndonesian : Month.namesEnglish
        return "\(names[month.month - 1]) \(month.year)"
    }
}
