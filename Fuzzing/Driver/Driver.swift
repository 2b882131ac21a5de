internal import CFuzzer
internal import FuzzTargets
internal import Glibc

/// `KinerjaFuzz TARGET [flag of libFuzzer | corpus folder | input file]…`
///
/// Built by `scripts/fuzz` alone, with coverage and sanitizer; ordinary builds do not know it.
@main
struct Driver {
    /// Set once, before libFuzzer starts: a C callback captures nothing.
    nonisolated(unsafe) private static var target = FuzzTarget.csv

    static func main() {
        var arguments = CommandLine.arguments
        guard arguments.count > 1, let named = FuzzTarget(rawValue: arguments[1]) else {
            let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
            puts("usage: KinerjaFuzz TARGET [flags] [corpus]; targets: \(names)")
            exit(2)
        }
        unsafe target = named
        arguments.remove(at: 1)
        // libFuzzer keeps them for the life of the process.
        let copies = unsafe arguments.map { unsafe strdup($0) } + [nil]
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
            capacity: copies.count)
        unsafe list.initialize(from: copies, count: copies.count)
        var count = Int32(arguments.count)
        var start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe list
        let status = unsafe LLVMFuzzerRunDriver(&count, &start) { data, size in
            let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
            do {
                try unsafe Driver.target.run(bytes)
            } catch {
                fatalError("\(error)")
            }
            return 0
        }
        exit(status)
    }
}
