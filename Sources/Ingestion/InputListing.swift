package import CivilService
package import Definition
package import Diagnostics
internal import Files

/// The files below a folder of inputs, and which source claims which; their content is not looked at.
package struct InputListing: Sendable {
    /// A path that a source claims.
    package struct Claim: Sendable {
        package let path: String
        package let source: String
        package let captures: [String: String]
    }

    package private(set) var claims: [Claim] = []
    /// About files that nobody claims.
    package private(set) var findings: [InputFinding] = []
    /// Claimed, and delivered after the day that the run looks from: no inputs of it.
    package private(set) var later: [Claim] = []

    /// Lists the inputs.
    ///
    /// - Parameters:
    ///   - root: Folder of the inputs.
    ///   - definition: Its sources claim files in the order in which they stand.
    ///   - day: The last day of delivery that counts; `nil` takes everything that is there.
    /// - Throws: ``RunFailure`` of kind `input` when the folder is unreadable, a pattern matches nothing, or a day of
    ///   delivery is none.
    package init(
        of root: String, for definition: PipelineDefinition, asOf day: CalendarDate? = nil
    ) throws(RunFailure) {
        let listing: (files: [String], refused: [String])
        do throws(FileFailure) {
            listing = try FileTree.list(root)
        } catch {
            throw InputFailures.refusal(of: error, file: root)
        }
        var claimed: Set<String> = []
        var refusals: [Diagnostic] = []
        for source in definition.sources {
            let found = listing.files.compactMap { path -> Claim? in
                guard !claimed.contains(path),
                    let captures = source.patterns.lazy.compactMap({ $0.match(path) }).first
                else { return nil }
                return Claim(path: path, source: source.name, captures: captures)
            }
            claimed.formUnion(found.map(\.path))
            refusals += undatedDeliveries(found, of: source)
            let counting = found.filter { source.isDelivered($0.captures, by: day) }
            later += found.filter { !source.isDelivered($0.captures, by: day) }
            claims += counting
            if counting.isEmpty, !source.isOptional {
                refusals += Self.refusedInstead(of: source, listing.refused)
                refusals.append(Self.nothingMatches([source], root: root, asOf: day))
            }
        }
        if refusals.isEmpty { refusals += missingInputs(definition, root: root, asOf: day) }
        if !refusals.isEmpty { throw RunFailure(.input, refusals) }
        findings = listing.refused.map(Self.refused)
        findings += listing.files.filter { !claimed.contains($0) }.map(Self.unclaimed)
    }

    /// Files whose piece of the path for the day of delivery is no date.
    private func undatedDeliveries(
        _ found: [Claim], of source: SourceDefinition
    ) -> [Diagnostic] {
        guard let capture = source.delivered else { return [] }
        return found.filter { source.deliveryDay($0.captures) == nil }.map { claim in
            Diagnostic(
                .badDelivery, at: SourceLocation(file: claim.path),
                "its day of delivery is '\(claim.captures[capture] ?? "")', expected yyyy-mm-dd or yyyymmdd",
                hint: "rename the file, or correct the pattern of '\(source.name)'")
        }
    }

    /// Of several registers each may be optional, where agencies send either of two forms; one must be there. A run of
    /// optional sources that has no file at all is no run.
    private func missingInputs(
        _ definition: PipelineDefinition, root: String, asOf day: CalendarDate?
    ) -> [Diagnostic] {
        let registers = definition.sources.filter { $0.kind == .register }
        let isDelivered = registers.contains { register in
            claims.contains { $0.source == register.name }
        }
        if registers.count > 1, !isDelivered {
            return [Self.nothingMatches(registers, root: root, asOf: day)]
        }
        if claims.isEmpty {
            return [Self.nothingMatches(definition.sources, root: root, asOf: day)]
        }
        return []
    }

    private static func nothingMatches(
        _ sources: [SourceDefinition], root: String, asOf day: CalendarDate?
    ) -> Diagnostic {
        let patterns = sources.flatMap(\.patterns).map { "'\($0.text)'" }.joined(separator: ", ")
        let what =
            sources.count == 1
            ? " of the source '\(sources[0].name)'"
            : sources.allSatisfy { $0.kind == .register } ? ": there is no register of people" : ""
        let until = day.map { " delivered by \($0)" } ?? ""
        return Diagnostic(
            .noFileMatches, at: SourceLocation(file: root),
            "no file\(until) matches \(patterns)\(what)",
            hint: sources.count == 1
                ? "deliver the file, or mark the source 'optional: true'"
                : "deliver a file in one of the forms")
    }

    /// What would be a source's file if it were a regular one.
    private static func refusedInstead(
        of source: SourceDefinition, _ refused: [String]
    ) -> [Diagnostic] {
        refused.filter { path in
            source.patterns.contains { $0.match(path) != nil || $0.text.hasPrefix("\(path)/") }
        }.map { path in
            Diagnostic(
                .refusedFile, at: SourceLocation(file: path),
                "a symbolic link, pipe, device or name that is not UTF-8 is not read",
                hint: "copy the file itself into the inputs")
        }
    }

    private static func refused(_ path: String) -> InputFinding {
        InputFinding(
            code: .refusedFile, path: path,
            message: Wording(
                "tautan simbolik atau berkas khusus tidak dibaca",
                "a symbolic link or special file is not read"),
            hint: Wording(
                "salin berkasnya sendiri ke folder masukan", "copy the file itself into the inputs")
        )
    }

    private static func unclaimed(_ path: String) -> InputFinding {
        InputFinding(
            code: .unclaimedFile, path: path,
            message: Wording(
                "tidak ada sumber dalam definisi yang mengambil berkas ini",
                "no source of the definition claims this file"),
            hint: Wording(
                "tambahkan polanya ke definisi, atau singkirkan berkasnya",
                "add a pattern for it to the definition, or remove it"))
    }
}

extension SourceDefinition {
    /// Files without a day of delivery have always been there.
    fileprivate func isDelivered(_ captures: [String: String], by day: CalendarDate?) -> Bool {
        guard let day, let delivered = deliveryDay(captures) else { return true }
        return delivered <= day
    }
}
