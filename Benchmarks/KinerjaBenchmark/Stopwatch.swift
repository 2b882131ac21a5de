internal import CMeasurement
internal import Glibc

/// What one measured stage took, summed over the pieces in which it was measured.
struct Measurement {
    var seconds = 0.0
    /// Of all threads, in the program and in the system for it.
    var processorSeconds = 0.0
    var allocations = 0
    var rows = 0
    var bytes = 0
    /// Of the whole process, with what the stage needed before it.
    var peakMegabytes = 0
}

/// A place in time: clocks and the count of allocations.
struct Mark {
    let seconds = Clock.seconds
    let processorSeconds = Clock.processorSeconds
    let allocations = Int(kinerja_allocations())
}

/// Measures what happens between its starts and stops, and nothing else.
struct Stopwatch {
    private(set) var measured = Measurement()

    /// Runs `body`, and measures it if it is what shall be measured.
    mutating func measure<Result, Failure: Error>(
        _ isMeasured: Bool = true, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard isMeasured else { return try body() }
        let start = Mark()
        let result = try body()
        add(from: start, to: Mark())
        return result
    }

    mutating func add(from start: Mark, to end: Mark) {
        measured.seconds += end.seconds - start.seconds
        measured.processorSeconds += end.processorSeconds - start.processorSeconds
        measured.allocations += end.allocations - start.allocations
    }

    mutating func add(rows: Int, bytes: Int = 0) {
        measured.rows += rows
        measured.bytes += bytes
    }

    /// What was measured, with the peak of memory so far.
    func finish() -> Measurement {
        var result = measured
        result.peakMegabytes = Clock.peakMegabytes
        return result
    }
}

/// Time and memory of this process; nowhere else does the project look at a clock.
enum Clock {
    static var seconds: Double { read(CLOCK_MONOTONIC) }

    static var processorSeconds: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    static var peakMegabytes: Int {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Whether the count of allocations can be trusted.
enum AllocationCount {
    /// The program's own malloc must stand in for that of every library, else the count is none.
    static var isWhole: Bool {
        let before = kinerja_allocations()
        kinerja_allocate_in_library()
        let inLibrary = kinerja_allocations()
        let made = [UInt8](repeating: 1, count: Int(inLibrary - before) * 4096)
        let inSwift = kinerja_allocations()
        return inLibrary == before + 1 && inSwift == inLibrary + 1 && made.count == 4096
    }
}
