internal import CivilService
internal import Diagnostics
internal import Kinerja

/// A whole run, with the seconds of each of its stages.
enum WholeRun {
    struct Measured {
        let name: String
        let seconds: Double
        let processorSeconds: Double
        let rows: Int
    }

    static func measure(
        definition: String, period: String, inputs: String, output: String
    ) async throws -> [Measured] {
        guard let period = AppraisalPeriod(parsing: period) else { return [] }
        var marks: [(name: String, seconds: Double, processorSeconds: Double)] = []
        func mark(_ name: String) {
            marks.append((name, Clock.seconds, Clock.processorSeconds))
        }
        var rows = 0
        let progress = RunProgress { event in
            switch event {
            case .began where marks.last?.name != "read": mark("read")
            case .began: break
            case .rows(let count): rows += count
            case .stage(let name): mark(name)
            }
        }
        let options = RunOptions(
            definition: definition, period: period, inputs: inputs, output: output, workers: 2,
            language: .indonesian, program: ProgramVersion(version: "benchmark", stamp: "0"))
        let outcome = try await Appraisal.run(options, mode: .publish, progress: progress)
        mark("end")
        return zip(marks, marks.dropFirst()).map { mark, next in
            let people = outcome.ranked + outcome.unscored
            let isRows = mark.name == "read" || mark.name == "inputs"
            return Measured(
                name: mark.name, seconds: next.seconds - mark.seconds,
                processorSeconds: next.processorSeconds - mark.processorSeconds,
                rows: isRows ? rows : people)
        }
    }
}
