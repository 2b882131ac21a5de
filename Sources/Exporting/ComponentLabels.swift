internal import Arithmetic
internal import Definition
internal import Evidence
internal import Tabular

/// The words of a component that rates in words, by published figure.
struct ComponentLabels: Sendable {
    private let words: TextList
    private let places: [Int64: Int]
    /// Figures of the highest and the lowest word.
    private let ends: (least: Int64, most: Int64)

    /// - Returns: `nil` for a component of figures.
    init?(_ component: ComponentDefinition?, _ publishing: PipelineDefinition.Publishing) {
        guard let labels = component?.labels, !labels.isEmpty else { return nil }
        words = TextList(labels.map(\.word))
        let figures = labels.map { publishing.figure($0.points) ?? Results.absent }
        places = Dictionary(
            zip(figures, labels.indices), uniquingKeysWith: { first, _ in first })
        ends = (figures.min() ?? 0, figures.max() ?? 0)
    }

    func append(_ figure: Int64?, to cell: inout CellBlock) {
        if let figure, let place = places[figure] { words.append(place, to: &cell) }
    }

    /// 1 for the highest word, -1 for the lowest, 0 between.
    func standing(of figure: Int64) -> Int {
        figure == ends.most ? 1 : figure == ends.least ? -1 : 0
    }
}
