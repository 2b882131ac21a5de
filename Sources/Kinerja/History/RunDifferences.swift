internal import Exporting

/// What two runs were made from that is not the same: inputs, values of law, definition, law chosen, program.
struct RunDifferences: Sendable, Equatable {
    struct Input: Sendable, Equatable {
        enum Fate: String, Sendable {
            case changed
            case added
            case removed
        }

        let path: String
        let source: String
        let fate: Fate
    }

    struct Parameter: Sendable, Equatable {
        let name: String
        /// Day since when each run's value applies; `nil` where a run did not use it.
        let before: String?
        let after: String?
    }

    let inputs: [Input]
    let parameters: [Parameter]
    /// Files of the definition that were changed, added or removed.
    let definition: [String]
    /// Before and after, where they differ.
    let rules: [String]
    /// The last days of delivery that counted, `-` where every file did.
    let asOf: [String]
    let program: [String]

    init(_ before: Manifest, _ after: Manifest) {
        inputs = Self.inputs(before.inputs, after.inputs)
        parameters = Self.parameters(before.parameters, after.parameters)
        let (old, new) = (Self.hashes(before.definition), Self.hashes(after.definition))
        definition = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        let rules = [RunEntry.rules(of: before), RunEntry.rules(of: after)]
        self.rules = rules[0] == rules[1] ? [] : rules
        let days = [before, after].map { manifest in
            RunDirectory.asOf(manifest).map { "\($0)" } ?? "-"
        }
        asOf = days[0] == days[1] ? [] : days
        let programs = [before, after].map { "\($0.program.version) \($0.program.stamp)" }
        program = programs[0] == programs[1] ? [] : programs
    }

    private static func hashes(_ files: [Manifest.NamedFile]) -> [String: String] {
        Dictionary(files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    }

    private static func inputs(
        _ before: [Manifest.Input], _ after: [Manifest.Input]
    ) -> [Input] {
        let old = Dictionary(before.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(old.keys).union(new.keys).sorted().compactMap { path in
            switch (old[path], new[path]) {
            case (let old?, let new?):
                return old.sha256 == new.sha256 && old.replacedBy == new.replacedBy
                    ? nil : Input(path: path, source: new.source, fate: .changed)
            case (nil, let new?): return Input(path: path, source: new.source, fate: .added)
            case (let old?, nil): return Input(path: path, source: old.source, fate: .removed)
            case (nil, nil): return nil
            }
        }
    }

    private static func parameters(
        _ before: [Manifest.Parameter], _ after: [Manifest.Parameter]
    ) -> [Parameter] {
        let old = Dictionary(before.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(old.keys).union(new.keys).sorted().compactMap { name in
            let (old, new) = (old[name], new[name])
            guard
                old?.effective != new?.effective || old?.status != new?.status
                    || old?.citation != new?.citation
            else { return nil }
            return Parameter(name: name, before: old?.effective, after: new?.effective)
        }
    }
}
