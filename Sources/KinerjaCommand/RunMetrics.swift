internal import Diagnostics
internal import Files
internal import Glibc
internal import Kinerja

/// Figures of the last run of a definition in the text form of Prometheus, for the textfile collector of its node
/// exporter.
///
/// The collector runs as another user, so the file is readable by all: it holds counts, times and the names of a
/// definition and a period, and nothing of a person. Totals and the last success are carried over from the file that
/// stood there; where it is lost they begin anew.
struct RunMetrics {
    private static let runs = "kinerja_runs_total"
    private static let success = "kinerja_last_success_timestamp_seconds"

    let path: String
    let definition: String
    let period: String

    /// Writes the figures; monitoring must not fail a run, so what the disk says is only told.
    ///
    /// - Parameters:
    ///   - exit: What the process leaves with.
    ///   - seconds: How long it took.
    ///   - now: Seconds since 1970, for monitoring alone.
    ///   - outcome: `nil` where the run failed.
    func write(exit: Int32, seconds: String, now: Int, outcome: Appraisal.Outcome?) {
        var lines: [String] = []
        func add(_ name: String, _ help: String, _ type: String, _ samples: [String]) {
            if samples.isEmpty { return }
            lines.append("# HELP \(name) \(help)")
            lines.append("# TYPE \(name) \(type)")
            lines += samples
        }
        func gauge(_ name: String, _ help: String, _ value: String?) {
            let full = "kinerja_\(name)"
            add(full, help, "gauge", value.map { ["\(full){\(labels)} \($0)"] } ?? [])
        }
        let lock = Self.lock(path)
        defer { withExtendedLifetime(lock) {} }
        let before = earlier()
        add(Self.runs, "Runs by exit code.", "counter", totals(before, exit: exit))
        gauge("exit_code", "Exit code of the last run.", "\(exit)")
        gauge("duration_seconds", "How long the last run took.", seconds)
        gauge("finished_timestamp_seconds", "When the last run ended.", "\(now)")
        let wasGood = outcome?.isPartial == false
        let last =
            wasGood
            ? ["\(Self.success){\(labels)} \(now)"] : before.filter { $0.hasPrefix(Self.success) }
        add(Self.success, "When a complete run last ended well.", "gauge", last)
        gauge("rows_read", "Rows read.", outcome.map { "\($0.rowsRead)" })
        gauge("rows_rejected", "Rows rejected.", outcome.map { "\($0.rowsRejected)" })
        gauge("people_ranked", "People ranked.", outcome.map { "\($0.ranked)" })
        gauge("people_unscored", "People without a score.", outcome.map { "\($0.unscored)" })
        gauge("people_excluded", "People excluded.", outcome.map { "\($0.excluded)" })
        gauge("findings", "Findings.", outcome.map { "\($0.findings)" })
        gauge(
            "deliveries_missing", "Expected and not delivered.",
            outcome.map { "\($0.missing.count)" })
        do throws(FileFailure) {
            try AtomicFile.write(
                Array((lines.joined(separator: "\n") + "\n").utf8), to: path, isPublic: true)
        } catch {
            StandardError.write("\(error)\n")
        }
    }

    /// Of two runs that end at once the later one must read what the earlier one wrote. It waits a second at the most:
    /// monitoring must not hold up a run.
    private static func lock(_ path: String) -> FileLock? {
        for _ in 0..<100 {
            do throws(FileFailure) {
                if let lock = try FileLock.acquire("\(path).kunci") { return lock }
            } catch {
                return nil
            }
            usleep(10_000)
        }
        return nil
    }

    private var labels: String {
        "definition=\"\(Self.escaped(definition))\",period=\"\(Self.escaped(period))\""
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }

    /// The samples that stood there.
    private func earlier() -> [String] {
        guard var file = try? InputFile(path: path), file.size < 1 << 20 else { return [] }
        var bytes: [UInt8] = []
        guard (try? file.read(into: &bytes, atMost: file.size)) != nil else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// The totals with this run in them.
    private func totals(_ before: [String], exit: Int32) -> [String] {
        let own = "\(Self.runs){definition=\"\(Self.escaped(definition))\",exit=\"\(exit)\"} "
        let known = before.filter { $0.hasPrefix(Self.runs + "{") }
        let count =
            known.first { $0.hasPrefix(own) }
            .flatMap { Int($0.dropFirst(own.count)) } ?? 0
        return (known.filter { !$0.hasPrefix(own) } + ["\(own)\(count + 1)"]).sorted()
    }
}
