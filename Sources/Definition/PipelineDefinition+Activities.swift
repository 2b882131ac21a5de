extension PipelineDefinition {
    /// Whether only SKP read a source: its rows then name the person's own activities, of which there is no catalogue,
    /// and are not held against the indicator source.
    package func namesActivities(_ source: String) -> Bool {
        let users = schemes.flatMap(\.components).filter { $0.sources.contains(source) }
        return !users.isEmpty && users.allSatisfy(\.method.isPersonal)
    }
}

extension MethodDefinition {
    fileprivate var isPersonal: Bool {
        switch self {
        case .skpPP46, .skpPP30: true
        default: false
        }
    }
}
