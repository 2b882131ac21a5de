package import Archiving
package import Definition
package import Diagnostics

extension InputInventory {
    /// Finds files of a source that have as many bytes as another of it and other content, and digests their lines: the
    /// same rows in another order are the same delivery.
    ///
    /// - Parameters:
    ///   - entries: With the content checksums of all that may be the same.
    ///   - root: Folder of the inputs.
    ///   - definition: Only CSV is looked at: in XML and workbooks the same lines may be other records.
    ///   - limits: What a packed file may unpack to.
    /// - Throws: ``RunFailure`` of kind `input` for a file that cannot be read.
    package static func digestLines(
        of entries: inout [InputEntry], in root: String, for definition: PipelineDefinition,
        limits: UnpackingLimits
    ) throws(RunFailure) {
        struct Likeness: Hashable {
            let source: String
            let bytes: Int
            let captures: [String: String]
        }
        for source in definition.sources {
            guard case .csv(let format) = source.format else { continue }
            var alike: [Likeness: [Int]] = [:]
            for (place, entry) in entries.enumerated() where entry.source == source.name {
                guard let bytes = entry.contentSize else { continue }
                let likeness = Likeness(
                    source: source.name, bytes: bytes,
                    captures: source.identifyingCaptures(entry.captures))
                alike[likeness, default: []].append(place)
            }
            for places in alike.values
            where Set(places.map { entries[$0].contentChecksum }).count > 1 {
                for place in places {
                    entries[place].lineDigest = try lineDigest(
                        of: entries[place].path, in: root, quote: format.quote, limits: limits)
                }
            }
        }
    }

    private static func lineDigest(
        of path: String, in root: String, quote: UInt8?, limits: UnpackingLimits
    ) throws(RunFailure) -> String? {
        let source = try ByteSource(path: path, root: root, hashes: false, limits: limits)
        var digest = LineDigest(quote: quote)
        var buffer: [UInt8] = []
        while try source.pull(into: &buffer) {
            digest.update(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        return digest.finish()
    }
}
