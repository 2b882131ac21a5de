package import Archiving
package import CivilService
package import Diagnostics
internal import Files
internal import Regulation

/// What a run was asked for on the command line.
package struct RunOptions: Sendable {
    /// Path of the definition file.
    package var definition: String
    package var period: AppraisalPeriod
    /// Folder of the exports.
    package var inputs: String
    /// Folder below which results are published.
    package var output: String
    package var workers: Int
    package var language: Language
    /// A published run whose results are an input of this one.
    package var previous: String?
    /// Version and stamp of the program; part of the run's identity.
    package var program: ProgramVersion
    /// Whose law applies in place of that of the period's last day.
    var rules = RulesChoice.then
    /// Where the file of ``rules`` is, if it is one.
    private(set) var rulesPath: String?
    /// Bytes that the sums and keys of facts may take before they wait on disk.
    package var memory = Int.max
    /// What a packed input may unpack to.
    package var unpacking = UnpackingLimits()
    /// Rejected rows above which the run stops.
    package var mostRejects = 1_000_000
    /// Folder to be made, that keeps the evidence for later runs.
    package var keepEvidence: String?
    /// Folder with the evidence of an earlier run, in place of the inputs.
    package var evidence: String?
    /// Folder on whose disk facts wait.
    package var scratchFolder: String { FileTree.exists(output) ? output : "/tmp" }
    /// Whether the output tree keeps a copy of the inputs where the definition does not refuse it.
    package var keepsInputs = true
    /// Definition and inputs were laid out again from what a tree keeps.
    var isLaidOut = false
    /// The last day of delivery that counts; `nil` takes every file that is there.
    package var asOf: CalendarDate?
    /// Asked between batches and stages whether somebody wants the run to end.
    package var stop = StopRequest.none
    /// Free bytes for this user on the disk of a folder; `nil` where the system does not say.
    package var freeBytes: @Sendable (String) -> Int? = { DiskSpace.free(at: $0) }
    /// The time for people, as the book of runs notes it; nothing else depends on it.
    package var now: @Sendable () -> String = { "" }
    /// Least bytes of text per batch.
    package var chunkBytes = 1 << 18

    package init(
        definition: String, period: AppraisalPeriod, inputs: String, output: String, workers: Int,
        language: Language, previous: String? = nil, program: ProgramVersion
    ) {
        self.definition = definition
        self.period = period
        self.inputs = inputs
        self.output = output
        self.workers = workers
        self.language = language
        self.previous = previous
        self.program = program
    }

    /// Takes `then`, a date or the path of a file of suppositions.
    ///
    /// - Throws: ``RunFailure`` of kind `definition` where `argument` is none of these.
    package mutating func apply(rules argument: String) throws(RunFailure) {
        rules = try RulesSource.choice(argument)
        if case .supposed = rules { rulesPath = argument }
    }
}

/// Which program computed a result.
package struct ProgramVersion: Sendable, Hashable {
    /// As released: `0.1.0`.
    package let version: String
    /// Differs whenever the program differs.
    package let stamp: String

    package init(version: String, stamp: String) {
        self.version = version
        self.stamp = stamp
    }
}
