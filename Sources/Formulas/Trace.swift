package import Regulation

/// How a figure came about, as a tree down to the rows; built only when somebody asks (`explain`).
package struct Trace: Sendable {
    package struct RowPlace: Sendable, Hashable {
        package let source: String
        /// The run's number of the file.
        package let file: Int32
        package let line: UInt32
        /// Among the rows of the line that are about the same person and count, from 0.
        package let ordinal: Int

        package init(source: String, file: Int32, line: UInt32, ordinal: Int = 0) {
            self.source = source
            self.file = file
            self.line = line
            self.ordinal = ordinal
        }
    }

    package struct Node: Sendable {
        package let label: String
        package let value: String?
        package let formula: String?
        /// The articles and values of law that the step rests on.
        package let basis: [RuleBasis]
        package let rows: [RowPlace]
        package let children: [Node]

        package init(
            label: String, value: String? = nil, formula: String? = nil, basis: [RuleBasis] = [],
            rows: [RowPlace] = [], children: [Node] = []
        ) {
            self.label = label
            self.value = value
            self.formula = formula
            self.basis = basis
            self.rows = rows
            self.children = children
        }
    }

    package let isOn: Bool
    package private(set) var nodes: [Node] = []

    package init(isOn: Bool) {
        self.isOn = isOn
    }

    /// Adds a node; nothing is built when the trace is off.
    package mutating func add(_ node: @autoclosure () -> Node) {
        if isOn { nodes.append(node()) }
    }

    /// Traces `body` into a node of its own.
    package mutating func nested<Result>(
        _ body: (inout Trace) -> Result, node: (Result, [Node]) -> Node
    ) -> Result {
        guard isOn else { return body(&self) }
        var inner = Trace(isOn: true)
        let result = body(&inner)
        nodes.append(node(result, inner.nodes))
        return result
    }
}
