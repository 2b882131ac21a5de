internal import Archiving

/// The last record of `rincian.csv`: by it the file can be counted, added up and hashed without any other.
struct RowTrailer: Equatable {
    static let label = "TOTAL"
    private static let hashPrefix = "sha256:"

    /// `scheme/month/number`.
    let payment: String
    let month: String
    var rows = 0
    var persons = 0
    /// The exact sum of the NIPs of all rows.
    var nipSum: UInt128 = 0
    /// Sums of the columns of amounts.
    var sums: [Int128]

    init(payment: String, month: String, columns: RowColumns) {
        self.payment = payment
        self.month = month
        sums = Array(repeating: 0, count: columns.amounts.count)
    }

    mutating func add(nip: UInt64, isNewPerson: Bool, amounts: [Int128]) {
        rows += 1
        if isNewPerson { persons += 1 }
        nipSum += UInt128(nip)
        for (place, amount) in amounts.enumerated() { sums[place] += amount }
    }

    /// - Parameter hash: SHA-256 in digits, or nothing where it is not known yet.
    /// - Returns: The trailer's cells, as many as the header has.
    func cells(hash: String) -> [String] {
        [Self.label, "\(nipSum)", payment, "\(rows)", "\(persons)", "", "", month, ""]
            + sums.map { "\($0)" } + ["", Self.hashPrefix + hash]
    }

    /// Appends the record; its hash is of every byte before the hash itself.
    func append(to bytes: inout [UInt8]) {
        RowText.append(cells(hash: ""), to: &bytes)
        bytes.removeLast()
        let hash = "\(Checksum.of(bytes.span))"
        bytes.append(contentsOf: hash.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Whether the file ends with the hash of all that stands before it.
    static func isHashed(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 65, bytes.last == UInt8(ascii: "\n") else { return false }
        let content = Array(bytes.dropLast(65))
        return "\(Checksum.of(content.span))".utf8.elementsEqual(bytes.suffix(65).dropLast())
    }
}
