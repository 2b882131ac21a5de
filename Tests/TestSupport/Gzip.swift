/// The system's gzip, so that our own encoder does not feed our own decoder.
package enum Gzip {
    package static func pack(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try Disk.write(bytes, to: folder("input"))
        return try Subprocess.require(["gzip", "-nc", folder("input")]).output
    }
}
