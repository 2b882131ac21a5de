package import Arithmetic
package import Batches
internal import Definition
internal import Evidence
internal import Plan
internal import Spelling

/// Sum and number of the ratings of each person by role, for ratings pooled over values.
package struct RatingSums: ScoringSums {
    private let method: RatingMethod
    private let minimumPresent: Rational
    private let roles: SpellingTable
    private let columns: (nip: Int, role: Int, value: Int)
    private let denominator: Int64
    /// Person × role.
    private var totals: [Int64]
    private var counts: [Int32]

    init?(
        _ method: RatingMethod, plan: SourcePlan, definition: PipelineDefinition,
        component: ComponentDefinition, personCount: Int
    ) {
        guard method.pool == .values, method.aspects.isEmpty,
            method.roles.allSatisfy({ $0.minimumRaters <= 1 }),
            let nip = plan.column("nip"), let role = plan.column("peran"),
            let value = plan.column("nilai")
        else { return nil }
        self.method = method
        minimumPresent = component.minimumPresent
        roles = SpellingTable(
            method.roles.enumerated().map { ($0.element.name, Int32($0.offset)) }, folded: true)
        columns = (nip, role, value)
        denominator = plan.columns[value].denominator
        totals = Array(repeating: 0, count: personCount * method.roles.count)
        counts = Array(repeating: 0, count: personCount * method.roles.count)
    }

    package mutating func fold(_ batch: CheckedBatch) {
        let people = batch.columns[columns.nip].codes
        let roleTexts = batch.columns[columns.role].values
        let values = batch.columns[columns.value].values
        let width = method.roles.count
        for row in 0..<batch.rowCount where batch.outcomes[row] == .used {
            guard values[row] != TypedColumn.null, roleTexts[row] != TypedColumn.null,
                people[row] >= 0
            else {
                continue
            }
            let text = batch.raw.bytes.span.extracting(TypedColumn.range(ofSlice: roleTexts[row]))
            guard let role = roles.code(of: text) else { continue }
            let cell = Int(people[row]) * width + Int(role)
            totals[cell] += values[row]
            counts[cell] += 1
        }
    }

    package func points(of person: Int32) -> Rational? {
        var mean = WeightedMean()
        var hasOther = false
        for (index, role) in method.roles.enumerated() {
            let cell = Int(person) * method.roles.count + index
            guard counts[cell] > 0 else {
                mean.add(nil, weight: role.weight)
                continue
            }
            if !method.notAlone.contains(role.name) { hasOther = true }
            mean.add(
                Rational(totals[cell], over: Int64(counts[cell]) * denominator),
                weight: role.weight)
        }
        guard hasOther || method.notAlone.isEmpty else { return nil }
        return mean.value(minimumPresent: minimumPresent)
    }
}
