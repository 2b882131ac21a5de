internal import ArgumentParser
internal import Files

/// A size in bytes as people write it: `512M`, `4G`, `1500000000`; units of 1,024.
struct MemorySize: ExpressibleByArgument {
    let bytes: Int
    let defaultValueDescription: String

    /// Half of the machine's memory.
    static var half: MemorySize {
        MemorySize(bytes: MachineMemory.bytes / 2, text: "half of the machine's")
    }

    /// `text`: How the help names it as a default.
    init(bytes: Int, text: String) {
        self.bytes = bytes
        defaultValueDescription = text
    }

    init?(argument: String) {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
        let last = argument.last.flatMap { units[Character($0.uppercased())] }
        let digits = last == nil ? argument[...] : argument.dropLast()
        guard let number = Int(digits), number > 0,
            case (let bytes, let overflow) = number.multipliedReportingOverflow(by: last ?? 1),
            !overflow
        else { return nil }
        self.init(bytes: bytes, text: argument)
    }
}
