internal import Archiving
internal import Diagnostics
internal import Files
internal import Markup
internal import Tabular

/// What the readers of files, archives and markup refuse, as the run's own refusals with file and remedy.
enum InputFailures {
    static func refusal(of failure: FileFailure, file: String) -> RunFailure {
        let code: DiagnosticCode =
            failure.kind == .changedWhileReading ? .changedFile : .unreadableFile
        let hint =
            switch failure.kind {
            case .missing: "check the path and deliver the file"
            case .notAFile: "only regular files are read: remove the folder, pipe or device"
            case .symlinkOutside: "copy the file itself into the inputs"
            case .changedWhileReading: "run again when the delivery is complete"
            case .noPermission: "give the user of this program the right to read it"
            default: "check the disk and the file"
            }
        return refuse(code, file: file, failure.description, hint: hint)
    }

    static func refusal(
        of failure: GzipFailure, file: String, _ limits: UnpackingLimits
    ) -> RunFailure {
        guard failure.kind == .tooLarge else {
            return refuse(
                .brokenArchive, file: file, failure.description,
                hint: "ask for the file again: it did not arrive whole")
        }
        return refuse(
            .brokenArchive, file: file, "\(failure), allowed are \(limits)",
            hint: "if it is really what was expected, raise --max-unpacked or --max-ratio")
    }

    static func refusal(of failure: XMLFailure, file: String) -> RunFailure {
        let code = code(of: failure)
        let hint =
            switch code {
            case .forbiddenXML:
                "exports of records need no DOCTYPE, no entities and little nesting"
            case .unreadableEncoding: "state the real encoding in the XML declaration"
            default: "ask for the file again: it did not arrive whole and well-formed"
            }
        let place = SourceLocation(file: file, line: failure.line, column: failure.column)
        return RunFailure(
            .input, Diagnostic(code, at: place, failure.description, hint: hint))
    }

    static func code(of failure: XMLFailure) -> DiagnosticCode {
        switch failure.kind {
        case .doctype, .depth, .fieldTooLong, .tooManyFields: .forbiddenXML
        case .encoding: .unreadableEncoding
        default: .brokenXML
        }
    }

    static func refusal(of failure: TextFailure, file: String) -> RunFailure {
        refuse(
            .unreadableEncoding, file: file, failure.description,
            hint: "declare the file's real encoding: format: { csv: { encoding: … } }")
    }

    static func refuse(
        _ code: DiagnosticCode, file: String, line: Int = 0, _ message: String, hint: String
    ) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(code, at: SourceLocation(file: file, line: line), message, hint: hint))
    }
}
