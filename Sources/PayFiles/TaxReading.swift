internal import Markup

/// A tax report read back: its tags in their order, and the gross of each person.
final class TaxReading: MarkupHandler {
    static let fields = [
        "TaxPeriodMonth", "TaxPeriodYear", "CounterpartOpt", "CounterpartPassport",
        "CounterpartTin", "StatusTaxExemption", "Position", "TaxCertificate", "TaxObjectCode",
        "Gross", "Rate", "IDPlaceOfBusinessActivity", "WithholdingDate",
    ]

    /// People whose fields were all there, in their order.
    private(set) var persons = 0
    private(set) var gross: Int128 = 0
    private(set) var isOrdered = true
    private var open: [String] = []
    private var seen: [String] = []
    private var content: [UInt8] = []

    var isDone: Bool { false }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        let parents = ["MmPayrollBulk", "ListOfMmPayroll", "MmPayroll"]
        switch open.count {
        case 0...1:
            isOrdered =
                isOrdered && (name == parents[open.count] || (open.count == 1 && name == "TIN"))
        case 2: isOrdered = isOrdered && name == parents[2]
        case 3: seen.append(name)
        default: isOrdered = false
        }
        if name == parents[2] { seen = [] }
        open.append(name)
        content = []
    }

    func endElement(_ name: String, isWritten: Bool) {
        open.removeLast()
        if name == "Gross" {
            let amount = Int64(String(decoding: content, as: UTF8.self))
            isOrdered = isOrdered && amount != nil
            gross += Int128(amount ?? 0)
        }
        if name == "MmPayroll" {
            persons += 1
            isOrdered = isOrdered && seen == Self.fields
        }
        content = []
    }

    func text(_ bytes: Span<UInt8>) {
        for place in bytes.indices { content.append(bytes[place]) }
    }
}
