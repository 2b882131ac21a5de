package import Diagnostics

/// A column that a kind knows: its name in definitions, its type, whether every row must state it.
package struct KindColumn: Sendable {
    package enum Presence: Sendable {
        case required
        case optional
    }

    package let name: String
    package let type: ValueType
    package let isRequired: Bool
    /// Part of the kind's default key.
    package let isKey: Bool

    init(_ name: String, _ type: ValueType, _ presence: Presence = .optional, key: Bool = false) {
        self.name = name
        self.type = type
        self.isRequired = presence == .required
        self.isKey = key
    }
}

/// How a column's bytes become one 64-bit value.
package enum ValueType: String, Sendable {
    /// 18 digits as an integer.
    case nip
    /// A slice of the batch's bytes.
    case text
    /// A whole number.
    case integer
    /// A decimal, scaled by the column's places.
    case decimal
    /// A number on a declared scale, or a rating word.
    case rating
    /// Days since 1970-01-01.
    case date
    /// Year × 12 + month − 1.
    case month
    /// 0 or 1.
    case flag
    /// The code of ``Golongan``.
    case golongan

    /// What to write instead, for messages.
    package var expectation: Wording {
        switch self {
        case .nip: Wording("18 digit NIP", "18 digits of a NIP")
        case .text: Wording("teks", "text")
        case .integer: Wording("bilangan bulat", "a whole number")
        case .decimal: Wording("angka desimal", "a decimal number")
        case .rating:
            Wording(
                "angka pada skala yang dinyatakan atau kata nilai yang dikenal",
                "a number of the declared scale or a known rating word")
        case .date: Wording("tanggal", "a date")
        case .month: Wording("bulan", "a month")
        case .flag: Wording("ya atau tidak", "ya or tidak")
        case .golongan: Wording("I/a … IV/e atau I … XVII", "I/a … IV/e or I … XVII")
        }
    }
}
