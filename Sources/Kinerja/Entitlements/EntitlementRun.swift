package import CivilService
package import Diagnostics
internal import Formulas
internal import PaySchemes
package import Payroll
package import Regulation
internal import Spelling

/// What everybody of a published run is entitled to for its month, by a pay scheme.
package struct EntitlementRun: Sendable {
    /// Name and title of the scheme.
    package let scheme: String
    package let title: String
    package let month: Month
    /// The lines of the pay list, in the order of every entitlement's amounts.
    package let lines: [PayLine]
    /// One of each person of the run, ascending by NIP.
    package let entitlements: [Entitlement]
    /// Of the same people, in the same order.
    package let payees: [Payee]
    /// The run that was read, and the SHA-256 of its manifest.
    package let run: PaymentFile.RunOfMonth
    /// Units that a table of amounts names and nobody of the run serves in: perhaps another spelling, whose people
    /// are then paid by a row without unit.
    package let unknownUnits: [String]
    /// Whether something was missing in the run that its definition expects.
    package let isPartial: Bool
    /// Values of the scheme's law that nobody has confirmed; `pay prepare` refuses them without an explicit word.
    package let unconfirmed: [ParameterUse]
    /// The same of the run, as people should read them.
    package let unconfirmedOfRun: [String]

    /// Computes entitlements from a published run, which is verified first.
    ///
    /// - Parameters:
    ///   - scheme: Path of the pay scheme file.
    ///   - runFolder: Folder of a run whose definition has `payroll:`, or the pointer to it.
    ///   - month: The month to pay; the run must be of this month and of the law of its time.
    /// - Returns: Everybody of the run.
    /// - Throws: ``RunFailure`` of kind `definition` where the scheme is wrong or leaves somebody without a declared
    ///   rate, of kind `input` where the run does not verify or is not of the month.
    package static func compute(
        scheme: String, runFolder: String, month: Month
    ) throws(RunFailure) -> EntitlementRun {
        let loaded = try PaySchemeSource.load(scheme, for: month)
        let published = try PublishedMonth(runFolder, of: loaded.scheme)
        let calculator = EntitlementCalculator(scheme: loaded.scheme)
        var entitlements: [Entitlement] = []
        var undeclared: [String] = []
        for person in published.people {
            var silent = Trace(isOn: false)
            let answer = calculator.answer(person, &silent)
            entitlements.append(answer.entitlement)
            for rate in answer.undeclared where !undeclared.contains(rate) {
                undeclared.append(rate)
            }
        }
        guard undeclared.isEmpty else { throw failure(undeclared.sorted(), scheme) }
        return EntitlementRun(
            scheme: loaded.scheme.name, title: loaded.scheme.title, month: month,
            lines: loaded.scheme.lines, entitlements: entitlements,
            payees: published.people.map(\.payee), run: published.run,
            unknownUnits: unknownUnits(of: loaded.scheme, published.people),
            isPartial: published.isPartial,
            unconfirmed: loaded.parameters.filter { $0.status != .confirmed },
            unconfirmedOfRun: published.unconfirmed)
    }

    private static func unknownUnits(
        of scheme: PayScheme, _ people: [MonthOfPerson]
    ) -> [String] {
        let known = Set(
            people.flatMap { $0.postings + [$0.post] }.map { FoldedSpelling.fold($0.unit) })
        let named = Set(scheme.components.filter(\.isInForce).flatMap(\.amounts.units))
        return named.filter { !known.contains(FoldedSpelling.fold($0)) }.sorted()
    }

    /// Rates that the tables of the scheme do not declare: nobody is paid before somebody decides.
    static func failure(_ undeclared: [String], _ scheme: String) -> RunFailure {
        RunFailure(
            .definition,
            undeclared.map { rate in
                Diagnostic(
                    .parameterRowMissing, at: SourceLocation(file: scheme),
                    "no rate is declared for \(rate)",
                    hint: "add a row to the table of 'rates', also where the rate is 0")
            })
    }
}
