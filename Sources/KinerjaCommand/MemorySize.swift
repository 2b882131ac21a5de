internal import ArgumentParser
internal import Files

/// A size of memory as people write it: `512M`, `4G`, `1500000000`; units of 1,024.
struct MemorySize: ExpressibleByArgument {
    let bytes: Int

    /// Half of the machine's memory.
    static var half: MemorySize { MemorySize(bytes: MachineMemory.bytes / 2) }

    private init(bytes: Int) {
        self.bytes = bytes
    }

    init?(argument: String) {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
        let last = argument.last.flatMap { units[Character($0.uppercased())] }
        let digits = last == nil ? argument[...] : argument.dropLast()
        guard let number = Int(digits), number > 0,
            case (let bytes, let overflow) = number.multipliedReportingOverflow(by: last ?? 1),
            !overflow
        else { return nil }
        self.bytes = bytes
    }

    var defaultValueDescription: String { "half of the machine's" }
}
