internal import Arithmetic
internal import Definition
package import Diagnostics
package import Evidence
internal import Regulation

/// The account of a run: every row and every person, and the totals that its receivers can check.
package struct ControlSheet: Sendable {
    struct SourceTotal: Sendable {
        let name: String
        let supplier: String
        var files = 0
        var rows = RowTotals()
    }

    let record: RunRecord

    package init(_ record: RunRecord) { self.record = record }

    /// Balances that do not hold; while there is one, nothing may be published.
    package func imbalances() -> [Diagnostic] {
        fileImbalances() + personImbalances()
    }

    /// By order of the first file of each source.
    var sources: [SourceTotal] {
        var totals: [SourceTotal] = []
        var places: [String: Int] = [:]
        for file in record.files {
            if places[file.source] == nil {
                places[file.source] = totals.count
                totals.append(SourceTotal(name: file.source, supplier: file.supplier))
            }
            guard let place = places[file.source] else { continue }
            totals[place].files += 1
            totals[place].rows += RowTotals(file)
        }
        return totals
    }

    var allRows: RowTotals {
        record.files.reduce(into: RowTotals()) { $0 += RowTotals($1) }
    }

    /// The exact sum of all published finals, with their decimals.
    var finalSum: String {
        let sum = record.ranking.listing.reduce(into: Int128(0)) { sum, person in
            let final = record.results.finals[Int(person)]
            if final != Results.absent { sum += Int128(final) }
        }
        let decimals = record.definition.finalPublishing.decimals
        return Rational(sum, over: Int128(FixedPoint.power(decimals)))
            .decimalText(decimals: decimals, .down)
    }

    /// Ranked people by predikat, in the order of the scales; people without predikat have no name.
    var predikatCounts: [(name: String?, count: Int)] {
        var counts = [Int](repeating: 0, count: record.results.predikatNames.count)
        var without = 0
        for person in record.ranking.listing {
            let predikat = Int(record.results.predikat[Int(person)])
            if predikat >= 0 { counts[predikat] += 1 } else { without += 1 }
        }
        var all = zip(record.results.predikatNames, counts)
            .map { (name: String?.some($0.0), count: $0.1) }
        if without > 0 { all.append((nil, without)) }
        return all
    }

    /// Values of law in this run that nobody has confirmed, or that stand in place of the law.
    var unconfirmedParameters: [ParameterUse] {
        record.definition.parameters.filter { $0.status != .confirmed }
    }

    private func fileImbalances() -> [Diagnostic] {
        var listed = [Int](repeating: 0, count: record.files.count)
        var consequent = listed
        for reject in record.rejects {
            listed[Int(reject.file)] += 1
            if reject.isConsequent { consequent[Int(reject.file)] += 1 }
        }
        return record.files.enumerated().flatMap { place, file in
            let rows = RowTotals(file)
            var found: [Diagnostic] = []
            func expect(_ holds: Bool, _ message: String) {
                if !holds { found.append(imbalance(in: file.path, message)) }
            }
            expect(
                rows.isBalanced,
                "\(rows.read) rows read, expected the sum of used, rejected, excluded, "
                    + "superseded and set aside")
            expect(
                listed[place] == rows.rejected,
                "\(listed[place]) rejects listed, expected the \(rows.rejected) rejected rows")
            expect(
                consequent[place] == rows.consequent,
                "\(consequent[place]) consequent rejects listed, expected \(rows.consequent)")
            if let lines = file.lines {
                expect(
                    lines.isBalanced,
                    "\(lines.total) lines counted, expected \(lines.preamble) preamble + "
                        + "\(lines.header) header + \(lines.blank) blank + \(lines.footer) footer "
                        + "+ \(lines.records) of records")
            }
            return found
        }
    }

    private func personImbalances() -> [Diagnostic] {
        let (persons, results) = (record.persons, record.results)
        var found: [Diagnostic] = []
        func expect(_ counted: Int, _ expected: Int, _ what: String) {
            guard counted != expected else { return }
            found.append(imbalance(in: "", "\(what): \(counted), expected \(expected)"))
        }
        expect(
            persons.registered,
            persons.ranked + persons.unscored + persons.excluded + persons.everyRowRejected
                + persons.everyRowSetAside,
            "people of the register against ranked, unscored, excluded, rejected and set aside")
        expect(results.count, record.evidence.population.count, "results against people")
        expect(persons.ranked, results.count(of: .ranked), "people ranked against results")
        expect(persons.unscored, results.count(of: .unscored), "people unscored against results")
        expect(persons.excluded, results.count(of: .excluded), "people excluded against results")
        let listing = record.ranking.listing
        expect(listing.count, persons.ranked, "rows of the listing against people ranked")
        var isListed = [Bool](repeating: false, count: results.count)
        for person in listing { isListed[Int(person)] = true }
        let different = isListed.count { $0 }
        expect(different, listing.count, "different people of the listing against rows")
        let strangers = listing.count { results.statuses[Int($0)] != .ranked }
        expect(strangers, 0, "people listed without being ranked")
        return found
    }

    private func imbalance(in file: String, _ message: String) -> Diagnostic {
        Diagnostic(
            .unbalanced, at: SourceLocation(file: file.isEmpty ? "lembar-kontrol" : file), message,
            hint: "nothing was published; report this with the run's definition")
    }
}
