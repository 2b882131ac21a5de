/// Valid NIPs of register rows that were not used, for the balance of persons.
struct PersonLedger {
    /// NIPs of rejected register rows.
    var rejected: Set<UInt64> = []
    /// NIPs of register rows set aside by a declared rule.
    var setAside: Set<UInt64> = []
}
