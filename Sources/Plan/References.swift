/// What is known from the sources read so far: people, units, indicators, code tables.
package struct References: Sendable {
    package var people = NIPIndex()
    /// NIPs of rejected register rows: rejects of their evidence follow from that one.
    package var rejectedPeople: Set<UInt64> = []
    /// Numbers of nine digits, where the register states them.
    package var oldNIPs: OldNIPTable?
    package var units: ReferenceTable?
    package var indicators: ReferenceTable?
    /// By source name: tables, standards, units, indicators as a rule's `refers:` names them.
    package var tables: [String: ReferenceTable] = [:]

    package init() {}
}
