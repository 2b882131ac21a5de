/// What ends a run, with the exit code that says whose turn it is (design: exit codes).
package struct RunFailure: Error, Equatable, Sendable, CustomStringConvertible {
    package enum Kind: Int32, Sendable {
        case definition = 2
        case input = 3
        case locked = 4
        case output = 5
        case verification = 6
        case `internal` = 70
        /// By SIGINT, in good order.
        case interrupted = 130
        /// By SIGTERM, in good order.
        case terminated = 143
    }

    package let kind: Kind
    package let diagnostics: [Diagnostic]

    package init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    package init(_ kind: Kind, _ diagnostic: Diagnostic) {
        self.init(kind, [diagnostic])
    }

    package var exitCode: Int32 { kind.rawValue }

    package var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }

    /// Equality on kind and codes, so that tests state what matters.
    package static func == (a: RunFailure, b: RunFailure) -> Bool {
        a.kind == b.kind && a.diagnostics.map(\.code) == b.diagnostics.map(\.code)
    }
}
