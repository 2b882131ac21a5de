package import Diagnostics

/// Says how far a run is: a bar on a terminal, JSON lines otherwise. Hears once per batch, and knows no person.
package final class RunProgress {
    package enum Event: Sendable {
        /// Bytes of all inputs, and of those before this file.
        case began(file: String, bytesBefore: Int, bytesOfAll: Int)
        case rows(Int)
        case stage(String)
        /// Something about the output tree that the operator should know; nothing fails because of it.
        case note(Diagnostic)
    }

    private let report: (Event) -> Void

    /// - Parameter report: Called on the task that runs the appraisal, never concurrently.
    package init(report: @escaping (Event) -> Void) {
        self.report = report
    }

    func begin(_ file: String, bytesBefore: Int, bytesOfAll: Int) {
        report(.began(file: file, bytesBefore: bytesBefore, bytesOfAll: bytesOfAll))
    }
    func add(rows: Int) { report(.rows(rows)) }
    func stage(_ name: String) { report(.stage(name)) }
    func note(_ diagnostic: Diagnostic) { report(.note(diagnostic)) }
}
