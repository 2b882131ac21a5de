/// One of the four sides of data quality that BKN weighs.
package enum QualityDimension: String, Sendable, CaseIterable {
    case completeness
    case timeliness
    case accuracy
    case consistency

    /// Its indicators, in the order of the published list.
    package var indicators: [QualityIndicator] {
        QualityIndicator.allCases.filter { $0.dimension == self }
    }
}
