package import CivilService

extension SourceDefinition {
    /// The day on which a file was delivered: the one declared, or `2025-10-03` or `20251003` in its path.
    ///
    /// - Returns: `nil` where the source states neither, or the piece of the path is no date.
    package func deliveryDay(_ captures: [String: String]) -> CalendarDate? {
        if let deliveredOn { return deliveredOn }
        guard let text = delivered.flatMap({ captures[$0] }) else { return nil }
        let digits = text.utf8.count == 8 ? Array(text) : []
        guard digits.count == 8 else { return CalendarDate(iso: text) }
        return CalendarDate(
            iso: "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
    }

    /// The captures that tell one fact from another: the day of delivery does not, unless it is a version or a column.
    package func identifyingCaptures(_ captures: [String: String]) -> [String: String] {
        guard let delivered, delivered != version, !replaces.contains(delivered),
            !columns.contains(where: { $0.origin == .capture(delivered) })
        else { return captures }
        return captures.filter { $0.key != delivered }
    }
}
