internal import Batches
package import Evidence

/// What became of the rows of one file, or of several.
package struct RowTotals: Sendable, Hashable, Codable {
    package var read = 0
    package var used = 0
    package var rejected = 0
    /// Part of `rejected`: rejects that follow from another reject.
    package var consequent = 0
    package var excluded = 0
    package var superseded = 0
    /// Set aside: acting posts.
    package var acting = 0
    /// Set aside: facts of another period.
    package var otherPeriod = 0
    /// Set aside: repeated identical files.
    package var repeated = 0
    /// Set aside: reference versions not in force.
    package var notInForce = 0
    /// Set aside: empty cells of a pivot.
    package var unanswered = 0

    package init() {}

    package init(_ account: FileAccount) {
        read = account.read
        used = account.count(.used)
        rejected = account.count(.rejected)
        consequent = account.consequentRejects
        excluded = account.count(.excluded)
        superseded = account.count(.superseded)
        acting = account.count(.acting)
        otherPeriod = account.count(.otherPeriod)
        repeated = account.count(.repeated)
        notInForce = account.count(.notInForce)
        unanswered = account.count(.unanswered)
    }

    package var isBalanced: Bool {
        read == used + rejected + excluded + superseded + acting + otherPeriod + repeated
            + notInForce + unanswered
    }

    package static func += (a: inout RowTotals, b: RowTotals) {
        a.read += b.read
        a.used += b.used
        a.rejected += b.rejected
        a.consequent += b.consequent
        a.excluded += b.excluded
        a.superseded += b.superseded
        a.acting += b.acting
        a.otherPeriod += b.otherPeriod
        a.repeated += b.repeated
        a.notInForce += b.notInForce
        a.unanswered += b.unanswered
    }

    enum CodingKeys: String, CodingKey {
        case read
        case used
        case rejected
        case consequent = "rejected_consequent"
        case excluded
        case superseded
        case acting = "set_aside_acting"
        case otherPeriod = "set_aside_other_period"
        case repeated = "set_aside_repeated"
        case notInForce = "set_aside_not_in_force"
        case unanswered = "set_aside_unanswered"
    }

    var json: JSONValue {
        .object([
            (CodingKeys.read.rawValue, .integer(read)),
            (CodingKeys.used.rawValue, .integer(used)),
            (CodingKeys.rejected.rawValue, .integer(rejected)),
            (CodingKeys.consequent.rawValue, .integer(consequent)),
            (CodingKeys.excluded.rawValue, .integer(excluded)),
            (CodingKeys.superseded.rawValue, .integer(superseded)),
            (CodingKeys.acting.rawValue, .integer(acting)),
            (CodingKeys.otherPeriod.rawValue, .integer(otherPeriod)),
            (CodingKeys.repeated.rawValue, .integer(repeated)),
            (CodingKeys.notInForce.rawValue, .integer(notInForce)),
            (CodingKeys.unanswered.rawValue, .integer(unanswered)),
        ])
    }
}
