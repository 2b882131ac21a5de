internal import CivilService
internal import Definition
package import Diagnostics
internal import Exporting
internal import Files

/// Two published runs held against each other; the answer of `kinerja compare`.
package struct RunComparison {
    /// Lines of changed predikat that a terminal is shown.
    private static let mostShown = 20

    private let before: ComparedRun
    private let after: ComparedRun
    private let people: PeopleComparison
    private let differences: RunDifferences
    /// What the runs cost, where a pay scheme was named.
    private let cost: CostComparison?
    /// Sources by component, where the later run's definition was kept.
    private let sources: [String: Set<String>]

    /// - Parameters:
    ///   - before: A folder, or the first digits of a run.
    ///   - after: The same.
    ///   - tree: The output tree that digits are looked for in.
    ///   - scheme: A pay scheme file by which the runs' months are paid; its runs need list nobody with a final.
    /// - Throws: ``RunFailure`` of kind `verification` where a run is not what was published.
    package init(
        _ before: String, _ after: String, tree: String, scheme: String? = nil
    ) throws(RunFailure) {
        let folders = [try Self.folder(before, tree), try Self.folder(after, tree)]
        self.before = try ComparedRun(folders[0], needsPeople: scheme == nil)
        self.after = try ComparedRun(folders[1], needsPeople: scheme == nil)
        let manifests = [self.before.manifest, self.after.manifest]
        cost = try scheme.map { scheme throws(RunFailure) in
            try CostComparison(
                scheme: scheme, (folders[0], manifests[0]), (folders[1], manifests[1]))
        }
        people = PeopleComparison(self.before.people, self.after.people)
        differences = RunDifferences(self.before.manifest, self.after.manifest)
        var sources: [String: Set<String>] = [:]
        if let reference = try? RunReference(after, tree: tree),
            let definition = StoredDefinition.load(reference)
        {
            for component in definition.schemes.flatMap(\.components) {
                sources[component.id, default: []].formUnion(component.sources)
            }
        }
        self.sources = sources
    }

    private static func folder(_ name: String, _ tree: String) throws(RunFailure) -> String {
        if FileTree.exists("\(name)/\(RunDirectory.manifestName)") { return name }
        return try RunReference(name, tree: tree).folder()
    }

    // MARK: Text

    /// For people at a terminal: NIPs masked.
    package func text(_ language: Language) -> String {
        let counts = people
        var text =
            [before, after].map(\.manifest)
            .map { "\($0.pipeline) \($0.period) \($0.runID)" }.joined(separator: " → ") + "\n"
        text +=
            language("orang", "people") + " \(counts.totals.countBefore) → "
            + "\(counts.totals.countAfter): " + language("naik", "rose") + " \(counts.rose), "
            + language("turun", "fell") + " \(counts.fell), " + language("tetap", "same")
            + " \(counts.same), " + language("tidak sebanding", "incomparable")
            + " \(counts.incomparable); " + language("masuk", "entered")
            + " \(counts.entered.count), " + language("keluar", "left") + " \(counts.left.count)\n"
        text +=
            language("jumlah nilai akhir", "sum of finals") + " \(sum(counts.totals.before)) → "
            + "\(sum(counts.totals.after)) (\(signed(counts.totals)))\n"
        return text + predikatText(language) + differenceText(language) + changeText(language)
            + unitText(language) + costText(language)
    }

    private func costText(_ language: Language) -> String {
        if let cost { return cost.text(language) }
        // Both have what a month is paid from.
        guard [before, after].allSatisfy(\.hasPostings) else { return "" }
        return language(
            "biaya: --pay SKEMA menghitungnya menurut skema pembayaran\n",
            "cost: --pay SCHEME computes it by a pay scheme\n")
    }

    private func predikatText(_ language: Language) -> String {
        var table = AlignedText()
        for name in people.predikat.keys.sorted() {
            guard let count = people.predikat[name] else { continue }
            table.add([name.isEmpty ? "-" : name, "\(count.before)", "\(count.after)"])
        }
        return "predikat\n" + table.text
    }

    private func differenceText(_ language: Language) -> String {
        var lines: [String] = []
        for input in differences.inputs {
            let fate =
                switch input.fate {
                case .changed: language("berubah", "changed")
                case .added: language("baru", "added")
                case .removed: language("hilang", "removed")
                }
            lines.append(
                language("masukan", "input") + " \(fate): \(VisibleText.of(input.path))")
        }
        for value in differences.parameters {
            lines.append(
                language("nilai aturan", "value of law")
                    + " \(value.name): \(value.before ?? "-") → \(value.after ?? "-")")
        }
        for file in differences.definition {
            lines.append(language("definisi", "definition") + ": \(VisibleText.of(file))")
        }
        for (name, pair) in [
            (language("aturan", "rules"), differences.rules),
            (language("kiriman sampai", "deliveries until"), differences.asOf),
            ("program", differences.program),
        ] where pair.count == 2 {
            lines.append("\(name): \(pair[0]) → \(pair[1])")
        }
        if lines.isEmpty { lines = [language("tidak ada", "nothing")] }
        return language("yang berbeda\n", "what differs\n")
            + lines.map { "  \($0)\n" }.joined()
    }

    private func changeText(_ language: Language) -> String {
        let changed = people.changes.filter(\.isOtherPredikat)
        var text = language("predikat berubah", "predikat changed") + ": \(changed.count)\n"
        for change in changed.prefix(Self.mostShown) {
            let causes = change.causes.map { words($0, language) }.joined(separator: "; ")
            text +=
                "  \(NIP(unchecked: change.nip).masked) \(change.before.predikat) → "
                + "\(change.after.predikat) (\(figure(change.before)) → \(figure(change.after))): "
                + "\(VisibleText.of(causes))\n"
        }
        let rest = changed.count - Self.mostShown
        if rest > 0 {
            text += "  " + language("dan \(rest) lagi: --file", "and \(rest) more: --file") + "\n"
        }
        return text
    }

    private func words(_ cause: PeopleComparison.Cause, _ language: Language) -> String {
        switch cause {
        case .scheme(let before, let after):
            return language("skema", "scheme") + " \(before) → \(after)"
        case .component(let name, let before, let after):
            let files = inputs(behind: name).map(\.path)
            var origin = ""
            if !files.isEmpty {
                origin = " (" + files.joined(separator: ", ") + ")"
            } else if sources[name] != nil {
                origin = language(" (aturan atau definisi)", " (law or definition)")
            }
            return "\(name) \(Self.shown(before)) → \(Self.shown(after))\(origin)"
        case .factor(let before, let after):
            return language("faktor", "factor") + " \(Self.shown(before)) → \(Self.shown(after))"
        case .weights: return language("bobot atau pembulatan", "weights or rounding")
        case .bands: return language("batas predikat", "bands of the predikat")
        }
    }

    /// Inputs that differ and that a component is computed from.
    private func inputs(behind component: String) -> [RunDifferences.Input] {
        guard let names = sources[component] else { return [] }
        return differences.inputs.filter { names.contains($0.source) }
    }

    private static func shown(_ text: String) -> String { text.isEmpty ? "-" : text }

    private func unitText(_ language: Language) -> String {
        var table = AlignedText()
        table.add([
            "unit", language("orang", "people"), "→", language("jumlah", "sum"), "→",
            language("selisih", "difference"),
        ])
        var changed = 0
        let names = people.units.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for name in names {
            guard let sums = people.units[name],
                sums.before != sums.after
                    || sums.countBefore != sums.countAfter
            else { continue }
            changed += 1
            table.add([
                VisibleText.of(Self.shown(name)), "\(sums.countBefore)", "\(sums.countAfter)",
                sum(sums.before), sum(sums.after), signed(sums),
            ])
        }
        return language("unit yang berubah", "units that changed") + ": \(changed)\n"
            + (changed == 0 ? "" : table.text)
    }

    private var places: Int {
        max(before.people.printedDecimals, after.people.printedDecimals)
    }

    private func sum(_ value: Int128) -> String { ComparedPeople.text(value, places: places) }

    private func signed(_ sums: PeopleComparison.Sums) -> String {
        let difference = sums.after - sums.before
        return (difference > 0 ? "+" : "") + sum(difference)
    }

    private func figure(_ person: ComparedPeople.Person) -> String {
        person.final.map { sum(Int128($0)) } ?? "-"
    }

    // MARK: JSON

    /// `masksNIPs`: As terminals and logs must have it.
    package func json(masksNIPs: Bool) -> String {
        RunComparisonJSON(
            before: before.manifest, after: after.manifest, people: people,
            differences: differences, cost: cost, places: places, masksNIPs: masksNIPs
        ).text
    }

    /// Writes the JSON with whole NIPs; the file is the owner's alone.
    ///
    /// - Throws: ``RunFailure`` of kind `output`.
    package func write(to path: String) throws(RunFailure) {
        do throws(FileFailure) {
            try AtomicFile.write(Array(json(masksNIPs: false).utf8), to: path)
        } catch {
            throw RunDirectory.failure(error)
        }
    }
}
