package import Diagnostics

/// Something that the definition expects and that was not delivered.
package struct Shortfall: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case agency
        case files
        case rows
        case freshness
    }

    package let kind: Kind
    package let source: String
    package let supplier: String
    /// Whose delivery is missing; `nil` where the source as a whole is short.
    package let agency: String?
    /// A number of files or rows, or a date; in digits.
    package let expected: String
    /// As ``expected``; empty where nothing was ever delivered.
    package let found: String
    /// Where the definition expects it.
    package let place: SourceLocation
    /// Nothing may be published without it.
    package let isRefused: Bool

    package init(
        kind: Kind, source: String, supplier: String, agency: String?, expected: String,
        found: String, place: SourceLocation, isRefused: Bool
    ) {
        self.kind = kind
        self.source = source
        self.supplier = supplier
        self.agency = agency
        self.expected = expected
        self.found = found
        self.place = place
        self.isRefused = isRefused
    }

    package var code: DiagnosticCode {
        switch kind {
        case .agency: .missingAgency
        case .files: .tooFewFiles
        case .rows: .tooFewRows
        case .freshness: .staleDelivery
        }
    }

    /// `hadir/dinkes`, or the source alone.
    package var name: String { agency.map { "\(source)/\($0)" } ?? source }

    package var message: Wording {
        let origin = Wording(
            "sumber '\(source)' (\(supplier)): ", "source '\(source)' (\(supplier)): ")
        let (id, en) = (agency.map { " '\($0)'" } ?? "", agency.map { " of '\($0)'" } ?? "")
        let what =
            switch kind {
            case .agency:
                Wording("tidak ada kiriman\(id) yang dihitung", "nothing\(en) counts")
            case .files:
                Wording(
                    "\(found) berkas dihitung, diharapkan \(expected)",
                    "\(found) files count, expected \(expected)")
            case .rows:
                Wording(
                    "\(found) baris\(id) dihitung, diharapkan \(expected)",
                    "\(found) rows\(en) count, expected \(expected)")
            case .freshness:
                Wording(
                    "kiriman terbaru\(id) bertanggal \(found), diharapkan \(expected) atau sesudahnya",
                    "the newest delivery\(en) is of \(found), expected \(expected) or later")
            }
        return Wording(
            origin(.indonesian) + what(.indonesian), origin(.english) + what(.english))
    }

    package static let hint = Wording(
        "minta kirimannya, lalu jalankan lagi", "ask for the delivery, then run again")
}
