/// Who is ranked among whom, by which keys, and in which order equals are listed.
package struct RankDefinition: Sendable {
    package enum Group: Sendable, Hashable {
        case everyone
        case unit
        /// A register column, or `unit.kelompok`.
        case column(String)

        package var name: String {
            switch self {
            case .everyone: "semua"
            case .unit: "unit"
            case .column(let name): name
            }
        }
    }

    package enum Key: Sendable, Hashable {
        case final
        /// The higher the predikat, the greater.
        case predikat
        case component(String)
        case nip
        case name
    }

    package struct Order: Sendable, Hashable {
        package let key: Key
        package let isDescending: Bool

        package init(key: Key, isDescending: Bool) {
            self.key = key
            self.isDescending = isDescending
        }
    }

    package enum Ties: String, Sendable, CaseIterable {
        case share
        case breakThem = "break"
    }

    package var within: [Group] = [.everyone, .unit]
    package var by: [Order] = [Order(key: .final, isDescending: true)]
    package var ties = Ties.share
    package var order: [Order] = [Order(key: .nip, isDescending: false)]
    package var isExact = false
}
