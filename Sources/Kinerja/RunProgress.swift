/// Says how far a run is: a bar on a terminal, JSON lines otherwise. Hears once per batch, and knows no person.
package final class RunProgress {
    package enum Event: Sendable {
        case began(file: String)
        case rows(Int)
        case stage(String)
    }

    private let report: (Event) -> Void

    /// - Parameter report: Called on the task that runs the appraisal, never concurrently.
    package init(report: @escaping (Event) -> Void) {
        self.report = report
    }

    func begin(_ file: String) { report(.began(file: file)) }
    func add(rows: Int) { report(.rows(rows)) }
    func stage(_ name: String) { report(.stage(name)) }
}
