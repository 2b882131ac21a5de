internal import CMeasurement
internal import Files
internal import Glibc

/// `KinerjaBenchmark STAGE DEFINITION INPUTS OUTPUT`: one stage, once, in a process of its own; see scripts/benchmark.
@main
struct Main {
    static func main() async {
        // As the program does.
        MachineMemory.keepFreed()
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 4, let stage = Stage(rawValue: arguments[0]) else {
            let stages = Stage.allCases.map(\.rawValue).joined(separator: " ")
            write(
                "usage: KinerjaBenchmark STAGE DEFINITION INPUTS OUTPUT\nstages: \(stages)\n", to: 2
            )
            exit(2)
        }
        guard AllocationCount.isWhole else {
            write("the allocations of this process cannot be counted\n", to: 2)
            exit(1)
        }
        do {
            let measured = try await stage.run(
                definition: arguments[1], inputs: arguments[2], output: arguments[3])
            for (name, measurement) in measured { report(name, measurement) }
        } catch {
            write("\(error)\n", to: 2)
            exit(1)
        }
    }

    /// stage, seconds, processor seconds, rows, bytes, allocations, peak MB: tab-separated.
    private static func report(_ name: String, _ measured: Measurement) {
        let cells = [
            name, millionths(measured.seconds), millionths(measured.processorSeconds),
            "\(measured.rows)", "\(measured.bytes)", "\(measured.allocations)",
            "\(measured.peakMegabytes)",
        ]
        write(cells.joined(separator: "\t") + "\n", to: 1)
    }

    /// Plain decimals, whatever the magnitude.
    private static func millionths(_ seconds: Double) -> String {
        let count = Int(seconds * 1e6)
        let digits = "\(count % 1_000_000)"
        let zeros = String(repeating: "0", count: 6 - digits.utf8.count)
        return "\(count / 1_000_000)." + zeros + digits
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes {
            unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
    }
}
