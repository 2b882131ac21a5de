internal import CivilService
internal import Diagnostics
internal import Evidence
internal import Exporting
internal import Files

/// Reads an earlier run's published results, after checking them against their manifest.
enum PreviousRunReader {
    static func read(
        _ path: String
    ) throws(RunFailure) -> (run: PreviousRun, identity: PreviousIdentity) {
        let verified: RunVerifier.Verified
        do throws(RunFailure) {
            verified = try RunVerifier().verifyFolder(path)
        } catch {
            // An input like any other: what does not verify is refused.
            throw RunFailure(.input, error.diagnostics)
        }
        guard let period = AppraisalPeriod(parsing: verified.manifest.period) else {
            throw RunFailure(
                .input,
                Diagnostic(
                    .unreadableFile, at: SourceLocation(file: path),
                    "the run's period is '\(verified.manifest.period)', which is none"))
        }
        var units: [String: (mean: String, satisfaction: String)] = [:]
        if FileTree.exists("\(path)/evaluasi.csv") {
            let table = try PublishedTable("\(path)/evaluasi.csv")
            for row in table.rows.indices {
                units[table.cell(row, "unit")] = (
                    table.cell(row, "rata_rata", "mean"),
                    table.cell(row, "kepuasan", "satisfaction")
                )
            }
        }
        var held: [String: String] = [:]
        if FileTree.exists("\(path)/kesenjangan.csv") {
            let table = try PublishedTable("\(path)/kesenjangan.csv")
            for row in table.rows.indices {
                let key = table.cell(row, "nip") + "|" + table.cell(row, "kompetensi", "competency")
                held[key] = table.cell(row, "dimiliki", "held")
            }
        }
        let quality = try PublishedQuality.indices(in: path)
        return (
            PreviousRun(
                runID: verified.manifest.runID, period: period, units: units, held: held,
                quality: quality),
            PreviousIdentity(
                runID: verified.manifest.runID,
                manifestChecksum: "\(verified.manifestChecksum)")
        )
    }
}
