internal import Glibc

/// `kinerja-benchmark STAGE FILE…`: one stage, once, in a process of its own; see scripts/benchmark.
@main
struct Main {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        let rest = Array(arguments.dropFirst())
        do {
            if arguments.first == "run", rest.count == 4 {
                let stages = try await WholeRun.measure(
                    definition: rest[0], period: rest[1], inputs: rest[2], output: rest[3])
                for stage in stages {
                    report(
                        stage.name, stage.seconds, stage.processorSeconds,
                        Stage.Work(rows: stage.rows))
                }
                return
            }
            guard let name = arguments.first, let stage = Stage(rawValue: name) else {
                write("usage: kinerja-benchmark tokenize|xml|validate|run ARGUMENTS\n", to: 2)
                exit(2)
            }
            let started = (Clock.seconds, Clock.processorSeconds)
            let work = try stage.run(rest)
            report(name, Clock.seconds - started.0, Clock.processorSeconds - started.1, work)
        } catch {
            write("\(error)\n", to: 2)
            exit(1)
        }
    }

    /// stage, seconds, processor seconds, rows, rows/s, MB/s, peak MB: tab-separated.
    private static func report(
        _ name: String, _ seconds: Double, _ processorSeconds: Double, _ work: Stage.Work
    ) {
        let rate = Int(Double(work.rows) / max(seconds, 1e-9))
        let speed = Int(Double(work.bytes) / max(seconds, 1e-9) / 1e6)
        write(
            "\(name)\t\(thousandths(seconds))\t\(thousandths(processorSeconds))\t\(work.rows)\t"
                + "\(rate)\t\(speed)\t\(Clock.peakMegabytes)\n", to: 1)
    }

    private static func thousandths(_ seconds: Double) -> Double {
        Double(Int(seconds * 1000)) / 1000
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes {
            unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
    }
}

/// Time and memory of this process; nowhere else does the project look at a clock.
enum Clock {
    static var seconds: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Seconds of all threads, in the program and in the system for it.
    static var processorSeconds: Double {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { sum, time in
            sum + Double(time.tv_sec) + Double(time.tv_usec) / 1e6
        }
    }

    static var peakMegabytes: Int {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
