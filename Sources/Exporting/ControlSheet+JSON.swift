internal import CivilService
internal import Definition
internal import Evidence
internal import Regulation

extension ControlSheet {
    /// `lembar-kontrol.json`: the same keys in every language.
    package func json() -> [UInt8] {
        let persons = record.persons
        let members: [(String, JSONValue)] = [
            ("format", .text("kinerja-control-sheet/1")),
            ("run", .text(record.runID)),
            ("pipeline", .text(record.definition.name)),
            ("period", .text(record.definition.period.description)),
            ("rules", .text(record.definition.rules.text)),
            ("balanced", .flag(imbalances().isEmpty)),
            ("files", .array(record.files.map(Self.file))),
            ("sources", .array(sources.map(Self.source))),
            ("rows", allRows.json),
            (
                "persons",
                .object([
                    ("registered", .integer(persons.registered)),
                    ("ranked", .integer(persons.ranked)),
                    ("unscored", .integer(persons.unscored)),
                    ("excluded", .integer(persons.excluded)),
                    ("every_row_rejected", .integer(persons.everyRowRejected)),
                    ("every_row_set_aside", .integer(persons.everyRowSetAside)),
                    ("balanced", .flag(persons.isBalanced)),
                ])
            ),
            // Beyond what other programs' JSON numbers hold, so it is a text.
            ("nip_hash_total", .text("\(record.nipHashTotal)")),
            ("final_sum", .decimal(finalSum)),
            (
                "predikat",
                .array(
                    predikatCounts.map { entry in
                        .object([
                            ("name", .optional(entry.name)), ("count", .integer(entry.count)),
                        ])
                    })
            ),
            ("findings", .integer(record.findings.count)),
            ("unconfirmed_parameters", .array(unconfirmedParameters.map(Self.parameter))),
        ]
        return JSONValue.object(members + particulars).bytes
    }

    /// What only some runs have to say: a day of delivery that was asked for, and what is missing.
    private var particulars: [(String, JSONValue)] {
        var members: [(String, JSONValue)] = []
        if let day = record.asOf { members.append(("as_of", .text("\(day)"))) }
        if record.isPartial {
            members.append(("partial", .flag(true)))
            members.append(
                (
                    "missing",
                    .array(
                        record.shortfalls.map { shortfall in
                            .object([
                                ("kind", .text(shortfall.kind.rawValue)),
                                ("source", .text(shortfall.source)),
                                ("supplier", .text(shortfall.supplier)),
                                ("agency", .optional(shortfall.agency)),
                                ("expected", .text(shortfall.expected)),
                                ("found", .text(shortfall.found)),
                            ])
                        })
                ))
        }
        return members
    }

    private static func parameter(_ use: ParameterUse) -> JSONValue {
        .object([
            ("name", .text(use.name)), ("effective", .text("\(use.effective)")),
            ("citation", .text("\(use.citation)")), ("status", .text(use.status.rawValue)),
            ("note", .optional(use.note)),
        ])
    }

    private static func file(_ file: FileAccount) -> JSONValue {
        .object([
            ("path", .text(file.path)),
            ("source", .text(file.source)),
            ("supplier", .text(file.supplier)),
            ("replaced_by", .optional(file.replacedBy)),
            ("rows", RowTotals(file).json),
            ("lines", file.lines.map(lines) ?? .null),
        ])
    }

    private static func lines(_ lines: FileAccount.Lines) -> JSONValue {
        .object([
            ("total", .integer(lines.total)),
            ("preamble", .integer(lines.preamble)),
            ("header", .integer(lines.header)),
            ("blank", .integer(lines.blank)),
            ("footer", .integer(lines.footer)),
            ("records", .integer(lines.records)),
        ])
    }

    private static func source(_ total: SourceTotal) -> JSONValue {
        .object([
            ("source", .text(total.name)),
            ("supplier", .text(total.supplier)),
            ("files", .integer(total.files)),
            ("rows", total.rows.json),
        ])
    }
}
