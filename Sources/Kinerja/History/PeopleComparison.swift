/// Who rose, fell, came and went between two lists of people, and what changed with them.
///
/// Pure: two lists in, differences out, in the order of the NIP.
struct PeopleComparison: Sendable {
    /// What of a person's row changed; from it the final or the predikat did.
    enum Cause: Sendable, Equatable {
        case scheme(before: String, after: String)
        case component(String, before: String, after: String)
        case factor(before: String, after: String)
        /// The same points gave another final: weights or rounding.
        case weights
        /// The same final and points gave another predikat: its bands or conditions.
        case bands
    }

    struct Change: Sendable, Equatable {
        let nip: UInt64
        let before: ComparedPeople.Person
        let after: ComparedPeople.Person
        let causes: [Cause]

        var isOtherPredikat: Bool { before.predikat != after.predikat }
    }

    /// Number and sum of finals on both sides.
    struct Sums: Sendable, Equatable {
        var countBefore = 0
        var countAfter = 0
        /// Scaled like ``ComparedPeople/Person/final``.
        var before: Int128 = 0
        var after: Int128 = 0
    }

    private(set) var rose = 0
    private(set) var fell = 0
    /// The final is the same, or neither run has one.
    private(set) var same = 0
    /// Only one of the runs has a final of the person.
    private(set) var incomparable = 0
    private(set) var entered: [UInt64] = []
    private(set) var left: [UInt64] = []
    /// People of both runs with another final, predikat or scheme.
    private(set) var changes: [Change] = []
    private(set) var totals = Sums()
    private(set) var units: [String: Sums] = [:]
    /// People by predikat, before and after.
    private(set) var predikat: [String: (before: Int, after: Int)] = [:]

    private let components: [(name: String, before: Int?, after: Int?)]

    init(_ before: ComparedPeople, _ after: ComparedPeople) {
        let added = after.components.filter { !before.components.contains($0) }
        components = (before.components + added).map { name in
            (name, before.components.firstIndex(of: name), after.components.firstIndex(of: name))
        }
        for nip in Set(before.people.keys).union(after.people.keys).sorted() {
            let (old, new) = (before.people[nip], after.people[nip])
            if let old { book(old, isAfter: false) }
            if let new { book(new, isAfter: true) }
            switch (old, new) {
            case (let old?, let new?): compare(nip, old, new)
            case (nil, _?): entered.append(nip)
            default: left.append(nip)
            }
        }
    }

    private mutating func book(_ person: ComparedPeople.Person, isAfter: Bool) {
        let final = Int128(person.final ?? 0)
        func add(_ sums: inout Sums) {
            if isAfter {
                sums.countAfter += 1
                sums.after += final
            } else {
                sums.countBefore += 1
                sums.before += final
            }
        }
        add(&totals)
        add(&units[person.unit, default: Sums()])
        if isAfter {
            predikat[person.predikat, default: (0, 0)].after += 1
        } else {
            predikat[person.predikat, default: (0, 0)].before += 1
        }
    }

    private mutating func compare(
        _ nip: UInt64, _ old: ComparedPeople.Person, _ new: ComparedPeople.Person
    ) {
        switch (old.final, new.final) {
        case (let old?, let new?) where old < new: rose += 1
        case (let old?, let new?) where old > new: fell += 1
        case (_?, _?), (nil, nil): same += 1
        default: incomparable += 1
        }
        guard old.final != new.final || old.predikat != new.predikat || old.scheme != new.scheme
        else { return }
        changes.append(
            Change(nip: nip, before: old, after: new, causes: causes(old, new)))
    }

    private func causes(
        _ old: ComparedPeople.Person, _ new: ComparedPeople.Person
    ) -> [Cause] {
        var causes: [Cause] = []
        if old.scheme != new.scheme {
            causes.append(.scheme(before: old.scheme, after: new.scheme))
        }
        for component in components {
            let before = component.before.map { old.components[$0] } ?? ""
            let after = component.after.map { new.components[$0] } ?? ""
            if before != after {
                causes.append(.component(component.name, before: before, after: after))
            }
        }
        if old.factor != new.factor {
            causes.append(.factor(before: old.factor, after: new.factor))
        }
        if causes.isEmpty { causes.append(old.final != new.final ? .weights : .bands) }
        return causes
    }
}
