internal import Archiving
internal import Diagnostics
internal import Files
internal import Kinerja

/// What tells this program from another: the hash of its own file.
enum ProgramStamp {
    /// - Throws: ``RunFailure`` of kind `internal` when the program cannot read itself.
    static func current() throws(RunFailure) -> ProgramVersion {
        do throws(FileFailure) {
            var file = try InputFile(path: "/proc/self/exe")
            var hasher = Checksum.Hasher()
            var piece: [UInt8] = []
            while try file.read(into: &piece, atMost: 1 << 20) > 0 {
                hasher.update(piece.span)
                piece.removeAll(keepingCapacity: true)
            }
            let stamp = String("\(hasher.finish())".prefix(16))
            return ProgramVersion(version: KinerjaCommand.version, stamp: stamp)
        } catch {
            throw RunFailure(
                .internal,
                Diagnostic(
                    .unreadableFile, at: SourceLocation(file: error.path), error.description))
        }
    }
}
