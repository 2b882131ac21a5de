internal import FoundationEssentials

/// The time of day for people; no result depends on it.
enum Clock {
    /// `2026-01-31T22:04:05Z`.
    static var now: String { Date.now.formatted(.iso8601) }

    /// Seconds since 1970.
    static var unix: Int { Int(Date.now.timeIntervalSince1970) }
}
