package import Arithmetic
internal import Plan
internal import Spelling

/// The indicators in force at the period's end, by index of the reference table.
package struct IndicatorTable: Sendable {
    package enum Direction: Sendable {
        case higher
        case lower
    }

    package struct Indicator: Sendable {
        package let code: String
        package let name: String
        package let direction: Direction
        package let weight: Rational
        package let target: Rational?
        package let low: Rational?
        package let high: Rational?
        /// Points of one row at most.
        package let cap: Rational?
        package let isMaximum: Bool
    }

    package let indicators: [Indicator]

    package init() {
        indicators = []
    }

    /// - Parameters:
    ///   - names: Codes by index.
    ///   - stores: The indicator sources; the first that states a code counts.
    package init(names: [String], stores: [RowStore]) {
        indicators = names.map { name in
            for store in stores {
                if let row = Self.row(of: name, in: store) {
                    return Self.indicator(name, store, row)
                }
            }
            return Indicator(
                code: name, name: name, direction: .higher, weight: .one, target: nil, low: nil,
                high: nil, cap: nil, isMaximum: false)
        }
    }

    private static func row(of name: String, in store: RowStore) -> Int? {
        let column = store.column("indikator")
        return (0..<store.count).first { store.text(column, $0) == name }
    }

    private static func indicator(_ name: String, _ store: RowStore, _ row: Int) -> Indicator {
        func number(_ column: String) -> Rational? {
            store.number(store.column(column), row)
        }
        let direction: Direction
        switch FoldedSpelling.fold(store.text(store.column("arah"), row) ?? "naik") {
        case "turun": direction = .lower
        default: direction = .higher
        }
        return Indicator(
            code: name, name: store.text(store.column("nama"), row) ?? name,
            direction: direction, weight: number("bobot") ?? .one, target: number("target"),
            low: number("target_min"), high: number("target_maks"), cap: number("batas"),
            isMaximum: store.value(store.column("maksimum"), row) == 1)
    }
}

extension RowStore {
    /// A number column as an exact value.
    package func number(_ column: Int?, _ row: Int) -> Rational? {
        guard let column, let value = value(column, row) else { return nil }
        return Rational(value, over: plan.columns[column].denominator)
    }
}
