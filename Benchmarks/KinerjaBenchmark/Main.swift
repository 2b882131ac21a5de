internal import Glibc

/// `kinerja-benchmark STAGE FILE…`: one stage, once, in a process of its own; see scripts/benchmark.
@main
struct Main {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        guard let name = arguments.first, let stage = Stage(rawValue: name) else {
            write("usage: kinerja-benchmark tokenize|xml|validate FILE…\n", to: 2)
            exit(2)
        }
        do {
            let started = now()
            let work = try stage.run(Array(arguments.dropFirst()))
            let seconds = Double(now() - started) / 1e9
            write(
                "\(stage.rawValue)\t\(work.rows)\t\(work.bytes)\t"
                    + "\(Int(Double(work.rows) / seconds))\t"
                    + "\(Int(Double(work.bytes) / seconds / 1e6))\t\(peakKilobytes / 1024)\n", to: 1)
        } catch {
            write("\(error)\n", to: 2)
            exit(1)
        }
    }

    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private static var peakKilobytes: Int {
        var usage = rusage()
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
