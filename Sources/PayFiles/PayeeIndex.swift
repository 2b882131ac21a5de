internal import CivilService
internal import Payroll

/// Whom a NIP names, looked up where the payment keeps its people: ascending by NIP.
///
/// A table for each file of a payment would copy nine texts of every person.
struct PayeeIndex {
    private let payees: [Payee]

    init(_ file: PaymentFile) { payees = file.payees }

    subscript(nip: NIP) -> Payee? {
        var (low, high) = (0, payees.count)
        while low < high {
            let middle = (low + high) / 2
            if payees[middle].nip < nip { low = middle + 1 } else { high = middle }
        }
        return low < payees.count && payees[low].nip == nip ? payees[low] : nil
    }
}
