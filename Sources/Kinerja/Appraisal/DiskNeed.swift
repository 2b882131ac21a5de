internal import Diagnostics
internal import Ingestion

/// What a run will write, estimated from its inputs before anything is read.
///
/// It spares an operator the night: a disk that is full at the end has cost hours. A disk that fills meanwhile, or a
/// quota that statvfs(2) does not tell, still ends in a failed write.
struct DiskNeed {
    /// For the book, and for the least of outputs.
    private static let margin = 1 << 20

    let bytes: Int

    /// `keepsInputs`: Whether copies of the inputs stay in the tree; packed ones stay as they are, others shrink.
    init(_ inventory: InputInventory, keepsInputs: Bool) {
        let inputs = inventory.entries.reduce(0) { $0 + $1.size }
        // Outputs and archive of the samples and the reference job are below half of the inputs.
        bytes = Self.margin + inputs / 2 + (keepsInputs ? inputs : 0)
    }

    /// - Throws: ``RunFailure`` of kind `output` where fewer bytes are free; nothing where it is not known.
    func check(free: Int?, at folder: String) throws(RunFailure) {
        guard let free, free < bytes else { return }
        throw RunFailure(
            .output,
            Diagnostic(
                .diskTooSmall, at: SourceLocation(file: folder),
                "about \(bytes) bytes are needed here, \(free) are free",
                hint: "free the disk, then run again"))
    }
}
