internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja verify`: a published run or an archive against its own manifest.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify a published run or an archive, offline.",
        discussion: "Exits with 6 when a byte is not what the manifest says.")

    @Argument(help: "The folder of a run, its pointer 'terkini', or a .tar.gz.")
    var path: String

    func run() throws {
        let report = try RunVerifier().verify(path)
        StandardOutput.write(
            "\(path): \(report.pipeline) \(report.period) run \(report.runID): "
                + "\(report.files) files, \(report.bytes) bytes, all as the manifest says\n")
    }
}
