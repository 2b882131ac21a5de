internal import CivilService
internal import Definition
internal import Diagnostics
internal import Exporting
internal import Files
internal import Regulation

/// Where a run is published: `OUT/<pipeline>/<period>/<run>/`, with the pointer `terkini` beside it.
struct RunDirectory {
    static let manifestName = "manifest.json"
    static let controlTextName = "lembar-kontrol.txt"
    static let controlJSONName = "lembar-kontrol.json"
    static let pointerName = "terkini"
    static let lockName = ".kunci"

    let root: String
    let parent: String
    let runID: String
    let archiveBase: String

    init(_ prepared: PreparedRun) {
        let definition = prepared.definition
        root = prepared.options.output
        parent = Self.parent(output: root, definition: definition)
        runID = prepared.runID
        relativePath = "\(definition.name)/\(definition.period)/\(runID)"
        archiveBase = "\(definition.name)-\(definition.period)-\(runID)"
    }

    static func parent(output: String, definition: PipelineDefinition) -> String {
        "\(output)/\(definition.name)/\(definition.period)"
    }

    var path: String { "\(parent)/\(runID)" }
    /// Below the output tree.
    let relativePath: String
    var archiveName: String { archiveBase + ".tar.gz" }
    var sidecarName: String { archiveName + ".sha256" }
    /// Notes for `explain`, beside the run and no part of it: paths differ between machines.
    var originPath: String { "\(parent)/.\(runID).asal" }

    /// Whether an archive belongs to the run, as its manifest tells `verify`.
    static func archiveOption(_ definition: PipelineDefinition) -> Manifest.Option {
        Manifest.Option(
            name: "archive", value: definition.export.hasArchive ? "tar.gz" : "none")
    }

    /// Whose law applied, as `explain` needs it again.
    static func rulesOption(_ definition: PipelineDefinition) -> Manifest.Option {
        Manifest.Option(name: rulesName, value: definition.rules.text)
    }

    /// The last day of delivery, where one was asked for, as `explain` and `rerun` need it again.
    static func asOfOption(_ day: CalendarDate?) -> [Manifest.Option] {
        day.map { [Manifest.Option(name: asOfName, value: "\($0)")] } ?? []
    }

    static func asOf(_ manifest: Manifest) -> CalendarDate? {
        manifest.options.first { $0.name == asOfName }.flatMap { CalendarDate(iso: $0.value) }
    }

    private static let asOfName = "as_of"
    static let rulesName = "rules"

    static func failure(_ error: FileFailure) -> RunFailure {
        RunFailure(
            .output,
            Diagnostic(
                .outputFailed, at: SourceLocation(file: error.path), error.description,
                hint: "free the disk or correct the rights, then run again: nothing was published"))
    }
}
