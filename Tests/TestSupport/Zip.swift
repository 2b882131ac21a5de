internal import Foundation

/// Archives written by Python, so that our own reader does not judge itself.
package enum Zip {
    package enum Method: String, Sendable {
        case stored = "ZIP_STORED"
        case deflated = "ZIP_DEFLATED"
        case bzip2 = "ZIP_BZIP2"
    }

    private static let script = """
        import base64, json, sys, warnings, zipfile
        warnings.simplefilter("ignore")
        class Pipe:
            def __init__(self, file): self.file = file
            def write(self, data): return self.file.write(data)
            def flush(self): self.file.flush()
        job = json.load(open(sys.argv[1]))
        with open(sys.argv[2], "wb") as file:
            target = Pipe(file) if job["streamed"] == "1" else file
            with zipfile.ZipFile(target, "w", getattr(zipfile, job["method"])) as archive:
                archive.comment = job["comment"].encode()
                for name, text in zip(job["names"].split("|"), job["parts"].split("|")):
                    info = zipfile.ZipInfo(name, (2025, 3, 15, 8, 30, 0))
                    info.compress_type = getattr(zipfile, job["method"])
                    archive.writestr(info, base64.b64decode(text))
        """

    /// Packs parts in their order; streamed archives state sizes and checksums behind the content.
    package static func pack(
        _ parts: [(name: String, bytes: [UInt8])], _ method: Method = .deflated,
        isStreamed: Bool = false, comment: String = ""
    ) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let job = [
            "method": method.rawValue, "streamed": isStreamed ? "1" : "0", "comment": comment,
            "names": parts.map(\.name).joined(separator: "|"),
            "parts": parts.map { Data($0.bytes).base64EncodedString() }.joined(separator: "|"),
        ]
        try Data(JSONEncoder().encode(job)).write(to: URL(fileURLWithPath: folder("job.json")))
        _ = try Subprocess.require(
            ["python3", "-c", script, folder("job.json"), folder("archive.zip")])
        return Array(try Data(contentsOf: URL(fileURLWithPath: folder("archive.zip"))))
    }
}
