internal import CivilService
internal import Diagnostics
internal import Kinerja

/// A whole run, with the seconds of each of its stages.
enum WholeRun {
    static func measure(
        definition: String, period: String, inputs: String, output: String
    ) async throws -> [(name: String, seconds: Double, rows: Int)] {
        guard let period = AppraisalPeriod(parsing: period) else { return [] }
        var marks: [(name: String, seconds: Double)] = []
        var rows = 0
        let progress = RunProgress { event in
            switch event {
            case .began where marks.last?.name != "read": marks.append(("read", Clock.seconds))
            case .began: break
            case .rows(let count): rows += count
            case .stage(let name): marks.append((name, Clock.seconds))
            }
        }
        let options = RunOptions(
            definition: definition, period: period, inputs: inputs, output: output, workers: 2,
            language: .indonesian, program: ProgramVersion(version: "benchmark", stamp: "0"))
        let outcome = try await Appraisal.run(options, mode: .publish, progress: progress)
        marks.append(("end", Clock.seconds))
        return zip(marks, marks.dropFirst()).map { mark, next in
            let people = outcome.ranked + outcome.unscored
            let isRows = mark.name == "read" || mark.name == "inputs"
            return (mark.name, next.seconds - mark.seconds, isRows ? rows : people)
        }
    }
}
