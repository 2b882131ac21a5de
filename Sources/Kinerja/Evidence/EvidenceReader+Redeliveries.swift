internal import Definition
internal import Diagnostics
internal import Evidence

extension EvidenceReader {
    /// Files of which half the rows or more were stated before: corrections that declare no version. The first row of a
    /// key stands, so nothing was replaced, and somebody must say which delivery counts.
    func redeliveries(of source: SourceDefinition) -> [Finding] {
        var doubled: [Int32: Int] = [:]
        for reject in rejects where accounts[Int(reject.file)].source == source.name {
            let code = faults[Int(reject.file)][Int(reject.fault)].code
            if code == DiagnosticCode.duplicate.rawValue { doubled[reject.file, default: 0] += 1 }
        }
        return doubled.sorted { $0.key < $1.key }.compactMap { file, count in
            let account = accounts[Int(file)]
            guard count * 2 >= account.read else { return nil }
            return Finding(
                code: .redelivered, location: SourceLocation(file: account.path), person: -1,
                message: Wording(
                    "\(count) dari \(account.read) baris memiliki kunci yang sudah ada di baris terdahulu",
                    "\(count) of \(account.read) rows have the key of an earlier row"),
                hint: Wording(
                    "singkirkan kiriman yang tidak berlaku, atau nyatakan 'version' dan 'replaces'",
                    "remove the delivery that does not count, or declare 'version' and 'replaces'"))
        }
    }
}
