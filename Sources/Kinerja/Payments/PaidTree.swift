internal import Diagnostics
internal import Files
internal import Ledger
internal import Payroll

/// What the folders of an output tree say of its payments, which the book must know, too.
///
/// What was paid stands in the book alone. A new book, or an older copy of it, would pay again; so each payment folder
/// must be in the book, and each release leaves a note beside its folder, `1.dirilis`, that the book must know of. The
/// note is written after the book: a release that was killed in between is noted by the next step.
struct PaidTree {
    /// The output tree.
    let output: String

    private var root: String { "\(output)/\(PaymentFolder.rootName)" }

    private static let noteSuffix = ".dirilis"

    private func notePath(_ id: PaymentID) -> String { "\(root)/\(id)\(Self.noteSuffix)" }

    // MARK: Notes

    /// Writes the note of each released payment that has none yet.
    func noteReleases(_ entries: [PaymentEntry]) throws(FileFailure) {
        let paid = entries.filter { $0.state?.isPaid == true }
        let newest = Dictionary(
            paid.map { ($0.id.scheme, $0.id) }, uniquingKeysWith: { _, later in later })
        for entry in paid {
            let (path, folder) = (notePath(entry.id), PaymentFolder(output: output, id: entry.id))
            let month = "\(root)/\(entry.id.scheme)/\(entry.id.month)"
            if FileTree.exists(path) {
                // Who wrote it may have died before the name was on the disk.
                if newest[entry.id.scheme] == entry.id { try FileTree.synchronizeFolder(month) }
                continue
            }
            // A folder that was moved to an archive needs no note.
            guard folder.exists else { continue }
            // What a process left that died while it wrote the note.
            try Leftovers.remove(in: month)
            try AtomicFile.write(Self.note(entry), to: path)
        }
    }

    /// In the form of `sha256sum`, so that it can be checked from the folder of the month.
    private static func note(_ entry: PaymentEntry) -> [UInt8] {
        Array("\(entry.manifest)  \(entry.id.number)/\(PaymentFolder.manifestName)\n".utf8)
    }

    // MARK: What the book must know

    /// Payments that the tree has and the book has not, or has as not released.
    ///
    /// - Throws: ``RunFailure`` of kind `output` where the tree cannot be read.
    func strays(_ entries: [PaymentEntry]) throws(RunFailure) -> [Diagnostic] {
        guard FileTree.exists(root) else { return [] }
        let known = Dictionary(
            entries.map { ("\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
        do throws(FileFailure) {
            var strays: [Diagnostic] = []
            for scheme in try FileTree.folders(in: root) {
                for month in try FileTree.folders(in: "\(root)/\(scheme)") {
                    for name in try FileTree.entries(in: "\(root)/\(scheme)/\(month)") {
                        strays += stray("\(scheme)/\(month)", name, known)
                    }
                }
            }
            return strays
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    private func stray(
        _ month: String, _ name: String, _ known: [String: PaymentEntry]
    ) -> [Diagnostic] {
        // What begins with a dot was never published.
        if name.hasPrefix(".") { return [] }
        let isNote = name.hasSuffix(Self.noteSuffix)
        let number = isNote ? String(name.dropLast(Self.noteSuffix.count)) : name
        let path = "\(root)/\(month)/\(name)"
        guard let entry = known["\(month)/\(number)"] else {
            // Anything else that somebody has put here is no payment; a note beside its folder says nothing more.
            guard Int(number) != nil,
                !isNote || !FileTree.exists("\(root)/\(month)/\(number)")
            else { return [] }
            return [
                problem(path, "the book knows nothing of this payment: it may have been paid")
            ]
        }
        guard isNote else { return [] }
        guard entry.state?.isPaid == true, SmallFile.bytes(of: path) == Self.note(entry) else {
            return [
                problem(
                    path,
                    "this payment was released, and the book has it as "
                        + "\(entry.state?.rawValue ?? "unfinished"), or with other bytes")
            ]
        }
        return []
    }

    private func problem(_ path: String, _ message: String) -> Diagnostic {
        Diagnostic(
            .strayPayment, at: SourceLocation(file: path), message,
            hint: "restore the newest copy of the book; never pay from a new or older one")
    }
}
