internal import Diagnostics
internal import Payroll

/// Rupiah as people write them: `1.250.000`, in English `1,250,000`.
struct MoneyText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func text(_ amount: Rupiah) -> String {
        let digits = "\(amount.amount.magnitude)"
        var grouped = amount < .zero ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += language(".", ",") }
            grouped.append(digit)
        }
        return grouped
    }
}
