internal import Diagnostics
internal import Spelling

/// What the values of a column of an undescribed file most likely are.
struct InferredType {
    private enum Kind: CaseIterable {
        case nip
        case integer
        case point
        case comma
        case date
        case month
        case golongan
    }

    /// Percent of the filled cells that must agree.
    private static let enough = 95
    private static let nulls: Set<String> = ["-", "–", "\\N", "#N/A", "NULL", "null"]
    private static let point = NumberSyntax(
        decimalMark: UInt8(ascii: "."), lenient: true, maximumDigits: 15, maximumPlaces: 6)
    private static let comma = NumberSyntax(
        decimalMark: UInt8(ascii: ","), lenient: true, maximumDigits: 15, maximumPlaces: 6)

    private var counts: [Kind: Int] = [:]
    private var filled = 0
    private(set) var empty = 0

    mutating func add(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if Self.nulls.contains(text) || bytes.allSatisfy({ $0 <= 0x20 }) {
            empty += 1
            return
        }
        filled += 1
        for kind in Kind.allCases where Self.matches(bytes, kind) { counts[kind, default: 0] += 1 }
    }

    /// Type with the share of cells that agree; of numbers that both decimal marks explain, that it is open.
    func text(_ language: Language) -> String {
        guard filled > 0 else { return language("kosong", "empty") }
        func share(_ kind: Kind) -> Int { 100 * counts[kind, default: 0] / filled }
        let found = Kind.allCases.filter { share($0) >= Self.enough }
        let best = found.max { share($0) < share($1) }
        guard let best else { return language("teks", "text") }
        let percent = share(best) == 100 ? "" : " (\(share(best)) %)"
        let first = found.first { share($0) == share(best) } ?? best
        let isOpen = first == .point && share(.comma) == share(.point)
        return
            (isOpen
            ? language("angka, desimal '.' atau ','", "number, decimal mark '.' or ','")
            : Self.name(first, language)) + percent
    }

    private static func name(_ kind: Kind, _ language: Language) -> String {
        switch kind {
        case .nip: "NIP"
        case .integer: language("bilangan bulat", "whole number")
        case .point: language("angka, desimal '.'", "number, decimal mark '.'")
        case .comma: language("angka, desimal ','", "number, decimal mark ','")
        case .date: language("tanggal", "date")
        case .month: language("bulan", "month")
        case .golongan: "golongan"
        }
    }

    private static func matches(_ bytes: [UInt8], _ kind: Kind) -> Bool {
        switch kind {
        case .nip:
            var digits: [UInt8] = []
            _ = NIPSpelling.clean(bytes.span, into: &digits)
            return digits.count == 18 && digits.allSatisfy { (0x30...0x39).contains($0) }
        case .integer: return bytes.allSatisfy { (0x30...0x39).contains($0) } && bytes.count < 16
        case .point: return isNumber(bytes, point)
        case .comma: return isNumber(bytes, comma)
        case .date:
            return DateSpelling.parse(bytes.span, forms: DateForm.unambiguous + [.yearFirst]) != nil
        case .month:
            return DateSpelling.parseMonth(bytes.span, forms: [.iso, .monthFirst, .words]) != nil
        case .golongan: return GolonganSpelling.parse(bytes.span) != nil
        }
    }

    private static func isNumber(_ bytes: [UInt8], _ syntax: NumberSyntax) -> Bool {
        do throws(NumberSyntax.Defect) {
            _ = try syntax.parse(bytes.span)
            return true
        } catch {
            return false
        }
    }
}
