internal import Archiving
package import Diagnostics
internal import Exporting
internal import Files
internal import FoundationEssentials
internal import PayFiles
internal import Payroll

/// Checks the rows of a payment, or its whole folder, offline and without the book.
package struct PaymentVerifier {
    /// What was found to hold.
    package struct Report: Sendable {
        /// `scheme/month/number`.
        package let payment: String
        package let rows: Int
        package let persons: Int
        package let net: Int128
        /// Files of the folder; 1 where the rows alone were checked.
        package let files: Int
    }

    package init() {}

    /// - Parameter path: A file of rows, or the folder of a payment.
    /// - Returns: What was found to hold.
    /// - Throws: ``RunFailure`` of kind `verification` with everything that is wrong.
    package func verify(_ path: String) throws(RunFailure) -> Report {
        guard path.hasSuffix(".csv") else { return try verifyFolder(path) }
        var check = RowCheck(try content(of: path), path: path)
        return report(try check.content(), files: 1)
    }

    private func verifyFolder(_ folder: String) throws(RunFailure) -> Report {
        let manifestPath = "\(folder)/\(PaymentFolder.manifestName)"
        let manifest = try content(of: manifestPath)
        let parsed: Manifest
        do {
            parsed = try JSONDecoder().decode(Manifest.self, from: Data(manifest))
        } catch {
            throw RunFailure(.verification, problem(manifestPath, "it is no manifest"))
        }
        let documents = try self.documents(parsed, manifest, in: folder)
        let content = try PayFilesCheck(documents, path: folder).content()
        let problems = differences(parsed, content, in: folder)
        guard problems.isEmpty else { throw RunFailure(.verification, problems) }
        return report(content, files: parsed.outputs.count + 2)
    }

    /// The files that the manifest names, each with the hash that it states, and no other.
    private func documents(
        _ manifest: Manifest, _ bytes: [UInt8], in folder: String
    ) throws(RunFailure) -> [PayDocument] {
        var problems: [Diagnostic] = []
        let sidecar = PaymentFolder.sidecar(hash: "\(Checksum.of(bytes.span))")
        if (try? content(of: "\(folder)/\(sidecar.name)")) != sidecar.bytes {
            problems.append(
                problem("\(folder)/\(sidecar.name)", "it is not the hash of the manifest"))
        }
        var documents: [PayDocument] = []
        for output in manifest.outputs {
            let path = "\(folder)/\(output.name)"
            do throws(RunFailure) {
                let content = try content(of: path)
                let document = PayDocument(name: output.name, bytes: content)
                if "\(document.checksum)" != output.sha256 || content.count != output.bytes {
                    problems.append(problem(path, "it is not what the manifest says"))
                }
                documents.append(document)
            } catch {
                problems += error.diagnostics
            }
        }
        let known = Set(
            manifest.outputs.map(\.name) + [PaymentFolder.manifestName, sidecar.name])
        let listing = try? FileTree.list(folder)
        for name in (listing?.files ?? []) + (listing?.refused ?? []) where !known.contains(name) {
            problems.append(
                problem("\(folder)/\(name)", "the manifest does not name this file"))
        }
        guard problems.isEmpty else { throw RunFailure(.verification, problems) }
        return documents
    }

    /// Where the manifest states other figures than the rows.
    private func differences(
        _ manifest: Manifest, _ content: RowCheck.Content, in folder: String
    ) -> [Diagnostic] {
        let totals = manifest.totals
        let pairs: [(name: String, stated: String, found: String)] = [
            (
                "payment", "\(manifest.scheme)/\(manifest.month)/\(manifest.number)",
                content.payment
            ),
            ("rows", "\(totals.rows)", "\(content.rows)"),
            ("persons", "\(totals.persons)", "\(content.persons)"),
            ("gross", "\(totals.gross)", "\(content.gross)"),
            ("deductions", "\(totals.deductions)", "\(content.deductions)"),
            ("net", "\(totals.net)", "\(content.net)"),
            ("nip_hash", totals.nipHash, "\(content.nipHash)"),
        ]
        return pairs.filter { $0.stated != $0.found }.map {
            problem(
                "\(folder)/\(PaymentFolder.manifestName)",
                "it states \($0.name) \($0.stated), the rows give \($0.found)")
        }
    }

    private struct Manifest: Decodable {
        struct Output: Decodable {
            let name: String
            let sha256: String
            let bytes: Int
        }

        struct Totals: Decodable {
            let rows: Int
            let persons: Int
            let gross: Int64
            let deductions: Int64
            let net: Int64
            let nipHash: String

            private enum CodingKeys: String, CodingKey {
                case rows, persons, gross, deductions, net
                case nipHash = "nip_hash"
            }
        }

        let scheme: String
        let month: String
        let number: Int
        let totals: Totals
        let outputs: [Output]
    }

    private func report(_ content: RowCheck.Content, files: Int) -> Report {
        Report(
            payment: content.payment, rows: content.rows, persons: content.persons,
            net: content.net, files: files)
    }

    private func content(of path: String) throws(RunFailure) -> [UInt8] {
        do throws(FileFailure) {
            var file = try InputFile(path: path)
            var bytes: [UInt8] = []
            _ = try file.read(into: &bytes, atMost: file.size)
            return bytes
        } catch {
            throw RunFailure(.verification, problem(path, error.description))
        }
    }

    private func problem(_ path: String, _ message: String) -> Diagnostic {
        Diagnostic(
            .verificationFailed, at: SourceLocation(file: path), message,
            hint: "do not pay from it: take a copy that verifies, or prepare the payment again")
    }
}
