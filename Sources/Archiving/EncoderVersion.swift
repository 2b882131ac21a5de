internal import CDeflate
internal import CZlib

/// The versions of the libraries whose output our bytes depend on, for the manifest.
package enum EncoderVersion {
    /// The zlib in use at run time, such as `1.2.13`.
    package static var zlib: String {
        guard let version = unsafe zlibVersion() else { return "unknown" }
        return unsafe String(cString: version)
    }

    /// The libdeflate we were compiled with, such as `1.14`: the library itself does not tell.
    package static var libdeflate: String { LIBDEFLATE_VERSION_STRING }
}
