internal import CivilService
internal import Diagnostics
internal import Kinerja

/// A whole run on two threads, and what each of its stages took.
enum WholeRun {
    private static let workers = 2

    static func measure(
        definition: String, inputs: String, output: String
    ) async throws -> [(name: String, measured: Measurement)] {
        guard let period = AppraisalPeriod(parsing: ReferenceRun.period) else { return [] }
        var marks: [(name: String, mark: Mark, peakMegabytes: Int)] = []
        func mark(_ name: String) { marks.append((name, Mark(), Clock.peakMegabytes)) }
        var (rows, bytes) = (0, 0)
        let progress = RunProgress { event in
            switch event {
            case .began(_, _, let bytesOfAll):
                bytes = bytesOfAll
                if marks.last?.name != "read" { mark("read") }
            case .rows(let count): rows += count
            case .stage(let name): mark(name)
            case .note: break
            }
        }
        let options = RunOptions(
            definition: definition, period: period, inputs: inputs, output: output,
            workers: workers, language: .indonesian,
            program: ProgramVersion(version: "benchmark", stamp: "0"))
        mark("definition")
        let outcome = try await Appraisal.run(options, mode: .publish, progress: progress)
        mark("end")
        guard !outcome.wasPublished, let first = marks.first, let last = marks.last else {
            throw ReferenceRun.Missing(description: "'\(output)' holds this run already")
        }
        func measurement(
            from start: Mark, to end: Mark, rows: Int, bytes: Int, peak: Int
        ) -> Measurement {
            var watch = Stopwatch()
            watch.add(from: start, to: end)
            watch.add(rows: rows, bytes: bytes)
            var measured = watch.finish()
            measured.peakMegabytes = peak
            return measured
        }
        let people = outcome.ranked + outcome.unscored
        let stages = zip(marks, marks.dropFirst()).map { stage, next in
            let isReading = stage.name == "read"
            let measured = measurement(
                from: stage.mark, to: next.mark, rows: isReading ? rows : people,
                bytes: isReading ? bytes : 0, peak: next.peakMegabytes)
            return (name: "run:\(stage.name)", measured: measured)
        }
        let whole = measurement(
            from: first.mark, to: last.mark, rows: rows, bytes: bytes, peak: last.peakMegabytes)
        return [(name: "run", measured: whole)] + stages
    }
}
