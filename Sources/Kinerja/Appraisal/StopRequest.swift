package import Diagnostics

/// How somebody outside asks a run to end in good order.
package struct StopRequest: Sendable {
    /// Nobody can ask.
    static let none = StopRequest { nil }

    private let asked: @Sendable () -> RunFailure.Kind?

    /// - Parameter asked: `interrupted` or `terminated` once the run shall end; cheap, and callable from any task.
    package init(asked: @escaping @Sendable () -> RunFailure.Kind?) { self.asked = asked }

    /// - Parameter place: What was being worked on.
    /// - Throws: ``RunFailure`` of the kind that was asked for; what is staged removes itself on the way out.
    func check(at place: String) throws(RunFailure) {
        guard let kind = asked() else { return }
        throw RunFailure(
            kind,
            Diagnostic(
                .interrupted, at: SourceLocation(file: place),
                "stopped by \(kind == .interrupted ? "SIGINT" : "SIGTERM"): nothing is published",
                hint: "run again"))
    }
}
