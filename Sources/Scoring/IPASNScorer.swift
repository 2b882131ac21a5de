internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Plan

/// The index of professionalism (IP ASN) of a person: education from the register, training, the performance value
/// from ratings, and sanctions of the period.
///
/// Who attended nothing has no training rows, and who was never punished no sanction rows: both are facts. Without an
/// education or a performance value there is no index. The arithmetic is that of ``IndeksProfesionalitas``.
struct IPASNScorer {
    private let component: ComponentDefinition
    private let method: ProfessionalismMethod
    private let evidence: EvidenceSet

    init(
        _ component: ComponentDefinition, _ method: ProfessionalismMethod, _ evidence: EvidenceSet
    ) {
        self.component = component
        self.method = method
        self.evidence = evidence
    }

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        var training: [IndeksProfesionalitas.Profile.Training] = []
        var performance = PlainMean()
        var sanctions: [String] = []
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let store = source.store
            for row in source.rows(of: person).map(Int.init)
            where RowFilter(component.condition, evidence).accepts(store, row) {
                let label: String
                switch store.plan.source.kind {
                case .training:
                    guard let jenis = store.text(store.column("jenis"), row) else { continue }
                    let jam = store.number(store.column("jam"), row) ?? .zero
                    training.append(.init(jenis: jenis, jam: jam))
                    label = jenis
                case .rating:
                    guard let value = store.number(store.column("nilai"), row) else { continue }
                    performance.add(value)
                    label = "kinerja \(value.traceText)"
                default:
                    guard SanctionDays(period: evidence.definition.period).days(store, row) != nil
                    else { continue }
                    // A sanction without a level is one that no table knows: never none.
                    sanctions.append(store.text(store.column("tingkat"), row) ?? "?")
                    label = "hukuman disiplin"
                }
                trace.add(
                    Trace.Node(
                        label: label,
                        rows: [
                            .init(source: name, file: store.files[row], line: store.lines[row])
                        ]))
            }
        }
        guard let education = evidence.population.text("pendidikan", of: Int(person)),
            let kinerja = performance.value
        else { return nil }
        let index = method.formula.index(
            of: .init(
                pendidikan: education, jabatan: method.group, training: training,
                kinerja: kinerja, hukuman: sanctions), &trace)
        if trace.isOn, let total = index.total { _ = method.formula.level(of: total, &trace) }
        return index.total
    }
}
