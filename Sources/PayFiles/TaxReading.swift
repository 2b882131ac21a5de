internal import Markup

/// A tax report read back: its tags in their order, and what it states of each person.
final class TaxReading: MarkupHandler {
    static let fields = [
        "TaxPeriodMonth", "TaxPeriodYear", "CounterpartOpt", "CounterpartPassport",
        "CounterpartTin", "StatusTaxExemption", "Position", "TaxCertificate", "TaxObjectCode",
        "Gross", "Rate", "IDPlaceOfBusinessActivity", "WithholdingDate",
    ]
    private static let parents = ["MmPayrollBulk", "ListOfMmPayroll", "MmPayroll"]

    /// Gross and rate of one person, by which the rows can tell whether it is theirs.
    struct Person: Hashable {
        let gross: Int64
        let rate: String
    }

    private(set) var people: [Person] = []
    private(set) var isOrdered = true
    private var depth = 0
    /// Fields of the person so far.
    private var seen = 0
    private var gross: Int64?
    private var rate = ""
    private var content: [UInt8] = []

    var isDone: Bool { false }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        switch depth {
        case 0...2:
            isOrdered =
                isOrdered && (name == Self.parents[depth] || (depth == 1 && name == "TIN"))
            seen = 0
        case 3:
            isOrdered = isOrdered && seen < Self.fields.count && name == Self.fields[seen]
            seen += 1
            content.removeAll(keepingCapacity: true)
        default: isOrdered = false
        }
        depth += 1
    }

    func endElement(_ name: String, isWritten: Bool) {
        depth -= 1
        if name == "Gross" { gross = Int64(String(decoding: content, as: UTF8.self)) }
        if name == "Rate" { rate = String(decoding: content, as: UTF8.self) }
        guard depth == 2 else { return }
        isOrdered = isOrdered && seen == Self.fields.count && gross != nil
        people.append(Person(gross: gross ?? 0, rate: rate))
        (gross, rate) = (nil, "")
    }

    func text(_ bytes: Span<UInt8>) {
        guard depth == 4 else { return }
        for place in bytes.indices { content.append(bytes[place]) }
    }
}
