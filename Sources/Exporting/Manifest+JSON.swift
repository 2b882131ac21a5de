internal import Diagnostics

extension Manifest {
    /// `manifest.json`: keys in a fixed order, the same in every language.
    package func json() -> [UInt8] {
        let members: [(String, JSONValue)] = [
            (Keys.format.rawValue, .text(Self.format)),
            (
                Keys.program.rawValue,
                .object([
                    ("name", .text(program.name)), ("version", .text(program.version)),
                    ("stamp", .text(program.stamp)),
                ])
            ),
            (
                Keys.encoders.rawValue,
                .array(
                    encoders.map { encoder in
                        .object([
                            ("name", .text(encoder.name)), ("version", .text(encoder.version)),
                        ])
                    })
            ),
            (Keys.language.rawValue, .text(language.rawValue)),
            (Keys.pipeline.rawValue, .text(pipeline)),
            (Keys.title.rawValue, .text(title)),
            (Keys.instansi.rawValue, .text(instansi)),
            (Keys.period.rawValue, .text(period)),
            (Keys.runID.rawValue, .text(runID)),
            (Keys.identity.rawValue, .text(identity)),
            (Keys.definition.rawValue, .array(definition.map(Self.json))),
            (Keys.parameters.rawValue, .array(parameters.map(Self.json))),
            (Keys.inputs.rawValue, .array(inputs.map(Self.json))),
            (Keys.outputs.rawValue, .array(outputs.map(Self.json))),
            (Keys.previous.rawValue, previous.map(Self.json) ?? .null),
            (
                Keys.options.rawValue,
                .array(
                    options.map { option in
                        .object([("name", .text(option.name)), ("value", .text(option.value))])
                    })
            ),
        ]
        // A complete run says nothing of it.
        let partial =
            missing.isEmpty
            ? [] : [(Keys.missing.rawValue, JSONValue.array(missing.map(Self.json)))]
        return JSONValue.object(members + partial).bytes
    }

    /// Raised when a reader of the old form would misread the new one.
    static let format = "kinerja-manifest/1"

    enum Keys: String, CodingKey {
        case format
        case program
        case encoders
        case language
        case pipeline
        case title
        case instansi
        case period
        case runID = "run"
        case identity
        case definition
        case parameters
        case inputs
        case outputs
        case previous
        case missing
        case options
    }

    private static func json(_ missing: Missing) -> JSONValue {
        .object([
            ("kind", .text(missing.kind)), ("source", .text(missing.source)),
            ("supplier", .text(missing.supplier)), ("agency", .optional(missing.agency)),
            ("expected", .text(missing.expected)), ("found", .text(missing.found)),
        ])
    }

    private static func json(_ file: NamedFile) -> JSONValue {
        .object([
            ("name", .text(file.name)), ("sha256", .text(file.sha256)),
            ("size", .integer(file.size)),
        ])
    }

    private static func json(_ parameter: Parameter) -> JSONValue {
        .object([
            ("name", .text(parameter.name)), ("effective", .text(parameter.effective)),
            ("citation", .text(parameter.citation)), ("status", .text(parameter.status)),
            ("note", .optional(parameter.note)),
        ])
    }

    private static func json(_ input: Input) -> JSONValue {
        .object([
            ("path", .text(input.path)), ("source", .text(input.source)),
            ("supplier", .text(input.supplier)), ("sha256", .text(input.sha256)),
            ("size", .integer(input.size)), ("replaced_by", .optional(input.replacedBy)),
            ("rows", input.rows.json),
        ])
    }

    private static func json(_ output: Output) -> JSONValue {
        .object([
            ("name", .text(output.name)), ("sha256", .text(output.sha256)),
            ("bytes", .integer(output.bytes)),
            ("rows", output.rows.map { .integer($0) } ?? .null),
        ])
    }

    private static func json(_ previous: Previous) -> JSONValue {
        .object([
            ("run", .text(previous.run)), ("period", .text(previous.period)),
            ("sha256", .optional(previous.sha256)),
        ])
    }
}
