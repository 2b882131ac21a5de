internal import CivilService
internal import Definition
internal import Diagnostics
internal import Ledger
internal import Regulation

/// The definition of a run of the past, as it was kept.
enum StoredDefinition {
    /// - Returns: `nil` where it was not kept, or is no definition of this program.
    static func load(_ reference: RunReference) -> PipelineDefinition? {
        guard let parts = try? reference.parts(), let main = parts.definition.first,
            let period = AppraisalPeriod(parsing: reference.run.period)
        else { return nil }
        let store = InputStore(reference.root)
        var files: [String: [UInt8]] = [:]
        for file in parts.definition {
            guard let bytes = store.content(file.sha256) else { return nil }
            files[file.name] = bytes
        }
        let read = files
        return try? DefinitionLoader(name: main.name) { read[$0] }
            .load(for: period, rules: rules(reference.run, files))
    }

    private static func rules(_ run: LedgerRun, _ files: [String: [UInt8]]) -> RulesChoice {
        if run.rules.hasPrefix("date "),
            let date = CalendarDate(iso: String(run.rules.dropFirst(5)))
        {
            return .date(date)
        }
        guard run.rules.hasPrefix("file "),
            let file = files.first(where: { $0.key.hasPrefix("rules/") })
        else { return .then }
        return .supposed(
            file: String(file.key.dropFirst(6)), text: String(decoding: file.value, as: UTF8.self))
    }
}
