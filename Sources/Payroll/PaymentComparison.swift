package import CivilService

/// A file beside what was paid for the month before it: for the person who signs.
package struct PaymentComparison: Hashable, Sendable {
    /// How one person's net changed.
    package struct Movement: Hashable, Sendable {
        package let nip: NIP
        package let before: Rupiah
        package let now: Rupiah
        package var change: Rupiah { now - before }
    }

    package let before: PaymentTotals
    package let now: PaymentTotals
    /// People whom only this file pays, and whom only the month before paid; ascending.
    package let joined: [NIP]
    package let left: [NIP]
    /// The largest changes of net first, then by NIP.
    package let movements: [Movement]

    /// - Parameters:
    ///   - file: The file to come.
    ///   - before: The released files of the month before, all numbers.
    ///   - count: Most movements to list.
    package init(_ file: PaymentFile, before: [PaidFile], count: Int) {
        var earlier: [Payment] = []
        var past: [NIP: Rupiah] = [:]
        var table = PayLineTable([])
        for paid in before {
            // Another kind under the same name is refused where files are made; here the first one stands.
            try? table.add(paid.lines)
        }
        for paid in before {
            let places = table.places(of: paid.lines)
            for row in paid.rows where !row.isReturned {
                var amounts = [Rupiah](repeating: .zero, count: table.lines.count)
                for (place, amount) in zip(places, row.amounts) { amounts[place] += amount }
                past[row.nip, default: .zero] += PayLineTable.net(amounts, of: table.lines)
                earlier.append(
                    Payment(
                        nip: row.nip, month: row.month, kind: .regular, amounts: amounts,
                        run: row.run, reason: ""))
            }
        }
        earlier.sort { $0.nip < $1.nip }
        var present: [NIP: Rupiah] = [:]
        for payment in file.payments {
            present[payment.nip, default: .zero] += file.net(of: payment)
        }
        self.before = PaymentTotals(earlier, lines: table.lines)
        now = PaymentTotals(file)
        joined = present.keys.filter { past[$0] == nil }.sorted()
        left = past.keys.filter { present[$0] == nil }.sorted()
        let all = Set(past.keys).union(present.keys).map { nip in
            Movement(nip: nip, before: past[nip] ?? .zero, now: present[nip] ?? .zero)
        }
        movements = Array(
            all.filter { $0.change != .zero }
                .sorted { a, b in
                    let (left, right) = (a.change.amount.magnitude, b.change.amount.magnitude)
                    return left == right ? a.nip < b.nip : left > right
                }
                .prefix(count))
    }
}
