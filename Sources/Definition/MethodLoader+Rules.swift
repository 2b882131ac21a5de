internal import Arithmetic
internal import Diagnostics
internal import Documents
internal import Formulas
internal import Spelling

/// Methods whose arithmetic is a published formula.
extension DefinitionReading {
    func survey(_ map: inout DocumentMap, _ context: SchemeContext) -> SurveyMethod {
        let subject: Subject = choice(map.optional("subject"), "'subject'") ?? .unit
        var weight: Rational?
        if let node = map.optional("element_weight"), node.text != "equal", node.text != "1/n" {
            weight = rational(node, "'element_weight'")
        }
        let factor = rational(map.optional("factor"), "'factor'") ?? Rational(25)
        let forms = integer(map.optional("minimum_forms"), "'minimum_forms'", in: 1...100_000)
        let quality = map.optional("quality")
        let sample = map.optional("sample")
        let wantsQuality = flag(quality, "'quality'") ?? false
        let wantsSample = flag(sample, "'sample'") ?? false
        if let sample, wantsSample {
            let hasPopulation = context.sources.values.contains {
                $0.kind == .unit && $0.column("populasi") != nil
            }
            if subject != .unit || !hasPopulation {
                report(
                    .badValue, sample.place,
                    "'sample' needs 'subject: unit' and a source of kind unit that maps 'populasi'",
                    hint: "map the users of each unit's service in the period: populasi: …")
            }
        }
        return SurveyMethod(
            subject: subject, formula: IndeksKepuasan(elementWeight: weight, factor: factor),
            minimumForms: forms ?? 1,
            quality: wantsQuality ? MutuPelayanan(rules(at: quality?.place ?? map.place)) : nil,
            sample: wantsSample ? SampelSKM(rules(at: sample?.place ?? map.place)) : nil)
    }

    func competency(_ map: inout DocumentMap, _ context: SchemeContext) -> CompetencyMethod? {
        let standardNode = required(&map, "standard")
        let required = texts(map.optional("required_by"), "'required_by'")
        let over: CompetencyMethod.Over? = choice(map.optional("over"), "'over'")
        guard let standardNode, let standard = text(standardNode, "'standard'") else { return nil }
        if context.sources[standard]?.kind != .standard {
            report(.unknownName, standardNode.place, "'\(standard)' is no source of kind standard")
        }
        return CompetencyMethod(
            standard: standard, requiredBy: required.isEmpty ? ["jabatan", "jenjang"] : required,
            formula: KesesuaianKompetensi(over: over ?? .required))
    }

    func teacher(_ map: inout DocumentMap, place: SourceLocation) -> TeacherMethod? {
        let node = map.optional("teacher")
        let formula = PenilaianKinerjaGuru(rules(at: place))
        guard let jenis = node == nil ? "guru" : named(node, "'teacher'", among: formula.kinds)
        else { return nil }
        return TeacherMethod(formula: formula, jenis: jenis)
    }

    func professionalism(
        _ map: inout DocumentMap, _ context: SchemeContext
    ) -> ProfessionalismMethod? {
        let node = required(&map, "group")
        let formula = IndeksProfesionalitas(rules(at: map.place))
        if !context.sources.values.contains(where: {
            $0.kind == .register && $0.column("pendidikan") != nil
        }) {
            report(
                .missingKey, map.place,
                "ip-asn needs a register that maps 'pendidikan', the highest education")
        }
        guard let group = named(node, "'group'", among: formula.groups) else { return nil }
        return ProfessionalismMethod(formula: formula, group: group)
    }

    /// Columns without which a formula of law would take what nobody delivered for a fact.
    func checkEvidence(
        of method: MethodDefinition, sources: [String], _ context: SchemeContext,
        place: SourceLocation
    ) {
        let needed: [(kind: Kind, column: String)] =
            switch method {
            case .pkg: [(.rating, "aspek")]
            case .ipASN: [(.training, "jenis"), (.rating, "nilai"), (.sanction, "tingkat")]
            default: []
            }
        let known = sources.compactMap { context.sources[$0] }
        for (kind, column) in needed {
            let found = known.filter { $0.kind == kind }
            if found.isEmpty || found.contains(where: { $0.column(column) == nil }) {
                report(
                    .badValue, place,
                    "\(method.name) needs in 'from' a source of kind '\(kind.rawValue)' that maps "
                        + "'\(column)'")
            }
        }
        guard case .pkg = method else { return }
        for source in known where source.scale != nil {
            report(
                .badValue, place,
                "pkg takes scores as they are, but '\(source.name)' has a scale",
                hint: "take '\(source.name)' out of 'scales'")
        }
    }

    /// One of the names that a table of law has, in any spelling; any where the table could not be read.
    private func named(
        _ node: DocumentNode?, _ key: String, among names: [String]
    ) -> String? {
        guard let node, let name = text(node, key) else { return nil }
        let folded = FoldedSpelling.fold(name)
        if names.isEmpty || names.contains(where: { FoldedSpelling.fold($0) == folded }) {
            return name
        }
        report(
            .badValue, node.place,
            "\(key) is '\(name)', expected one of: " + names.joined(separator: ", "),
            hint: Similarity.nearest(to: name, among: names).map { "did you mean '\($0)'?" })
        return nil
    }
}
