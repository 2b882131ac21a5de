package import Definition

/// The listing order of ranked people and their ranks in every group.
package struct RankTable: Sendable {
    /// Person indexes in listing order.
    package let listing: [Int32]
    package let groups: [RankDefinition.Group]
    /// By group: rank by person, 0 for people who are not ranked.
    package let ranks: [[Int32]]
    /// By group: number of ranked people in the person's group.
    package let groupSizes: [[Int32]]

    package init(
        listing: [Int32], groups: [RankDefinition.Group], ranks: [[Int32]],
        groupSizes: [[Int32]]
    ) {
        self.listing = listing
        self.groups = groups
        self.ranks = ranks
        self.groupSizes = groupSizes
    }
}
