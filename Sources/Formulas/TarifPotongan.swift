package import Arithmetic
package import CivilService
package import Regulation
internal import Spelling

/// The rate of a tax or contribution, by what kind of civil servant, golongan, PTKP and gross it is for.
///
/// The first row all of whose conditions hold gives the rate. A golongan that no row has is a fault of the table and
/// never a rate of 0.
///
/// - Source: PP 80/2010 (final tax by golongan); the other rates are parameters of their own.
package struct TarifPotongan: Sendable {
    /// Whom the rate is asked for.
    package struct Payee: Sendable {
        /// `PNS`, `PPPK`.
        package let employment: String
        package let golongan: Golongan?
        package let taxStatus: String
        /// Whole rupiah.
        package let gross: Rational
        /// PNS and CPNS have a ruang and PPPK none: where golongan and kind differ, one of the two is wrong. `nil` for
        /// a kind that is neither.
        fileprivate let isPPPK: Bool?

        package init(
            employment: String, golongan: Golongan?, taxStatus: String, gross: Rational
        ) {
            self.employment = employment
            self.golongan = golongan
            self.taxStatus = taxStatus
            self.gross = gross
            let kind = Array(FoldedSpelling.fold(employment).utf8)
            isPPPK =
                Self.holds(kind, "pppk") || Self.holds(kind, "p3k")
                ? true : Self.holds(kind, "pns") ? false : nil
        }

        /// `String.contains` builds a table for each search, which is too much for three rates of each person.
        private static func holds(_ kind: [UInt8], _ word: String) -> Bool {
            kind.indices.contains { kind[$0...].starts(with: word.utf8) }
        }
    }

    package enum Answer: Sendable {
        case rate(RuleNumber)
        /// No row has the kind of civil servant and golongan: the table is not complete.
        case undeclared
        /// Rows ask for what is not known of the person: `golongan` or `ptkp`.
        case unknown(String)
    }

    private struct Row: Sendable {
        let employment: String?
        let levels: ClosedRange<Int>?
        let taxStatuses: [String]
        /// Gross above the first, up to and with the second.
        let above: Rational?
        let upTo: Rational?
        let percent: Rational
        let text: String
    }

    private let rows: [Row]
    private let use: ParameterUse

    /// `name`: The dated table: rows of `jenis`, `dari` and `sampai` (golongan I … XVII), `ptkp`, `di_atas`,
    /// `sampai_dengan` (rupiah) and `persen`, all but the last optional.
    package init(_ rules: RuleReader, _ name: String) {
        let records = rules.records(
            name,
            columns: ["jenis", "dari", "sampai", "ptkp", "di_atas", "sampai_dengan", "persen"])
        use = records.use
        rows = records.records.map { record in
            let first = record.optionalText("dari").map { Self.level($0, record) }
            let last = record.optionalText("sampai").map { Self.level($0, record) } ?? first
            if (first == nil) != (last == nil) || (first ?? 0) > (last ?? 0) {
                record.report("'dari' and 'sampai' must be golongan in ascending order")
            }
            if first != nil, record.optionalText("jenis") == nil {
                record.report("III of PNS is not III of PPPK: a row by golongan needs 'jenis'")
            }
            let percent = record.number("persen")
            if percent.signum < 0 || percent > Rational(100) {
                record.report("'persen' must be between 0 and 100")
            }
            let words = ["jenis", "dari", "sampai", "ptkp", "di_atas", "sampai_dengan"]
                .compactMap { name in record.optionalText(name).map { "\(name) \($0)" } }
            return Row(
                employment: record.optionalText("jenis").map { FoldedSpelling.fold($0) },
                levels: first.flatMap { first in
                    last.flatMap { first <= $0 ? first...$0 : nil }
                },
                taxStatuses: (record.optionalText("ptkp") ?? "").split(separator: " ")
                    .map { FoldedSpelling.fold(String($0)) },
                above: record.optionalNumber("di_atas"),
                upTo: record.optionalNumber("sampai_dengan"), percent: percent,
                text: (words + ["\(percent.exactText) %"]).joined(separator: ", "))
        }
    }

    private static func level(_ text: String, _ record: RuleRecord) -> Int {
        let bytes = Array(text.utf8)
        if let level = RomanNumeral.value(of: bytes.span, bytes.indices) { return level }
        record.report("'\(text)' is no golongan, expected I to XVII")
        return 0
    }

    package func rate(of payee: Payee) -> Answer {
        var lacking: String?
        let employment = FoldedSpelling.fold(payee.employment)
        for row in rows {
            if let wanted = row.employment, wanted != employment { continue }
            if let above = row.above, payee.gross <= above { continue }
            if let upTo = row.upTo, payee.gross > upTo { continue }
            if let levels = row.levels {
                guard let golongan = payee.golongan else {
                    lacking = lacking ?? "golongan"
                    continue
                }
                if let isPPPK = payee.isPPPK, isPPPK != golongan.isPPPK {
                    lacking = lacking ?? "golongan"
                    continue
                }
                guard levels.contains(golongan.level) else { continue }
            }
            if !row.taxStatuses.isEmpty {
                if payee.taxStatus.isEmpty {
                    lacking = lacking ?? "ptkp"
                    continue
                }
                let status = FoldedSpelling.fold(payee.taxStatus)
                guard row.taxStatuses.contains(status) else { continue }
            }
            // An earlier row may have been the person's, were its golongan known.
            if let lacking { return .unknown(lacking) }
            return .rate(
                RuleNumber(value: row.percent, basis: RuleBasis(use: use, value: row.text)))
        }
        return lacking.map { .unknown($0) } ?? .undeclared
    }
}

extension Golongan {
    /// The Roman number: of PNS the golongan without its ruang, of PPPK the golongan.
    fileprivate var level: Int { isPPPK ? code - 100 : min((code - 1) / 4, 3) + 1 }
}
