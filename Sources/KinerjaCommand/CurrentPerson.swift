internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc

/// Who is at work, as the machine says it.
enum CurrentPerson {
    /// Login of the person who called sudo, else of the process's real user.
    ///
    /// `SUDO_USER` counts for root alone: anybody else could set it to be anybody.
    static var login: String {
        if getuid() == 0, let name = unsafe getenv("SUDO_USER") {
            let login = unsafe String(cString: name)
            if !login.isEmpty { return login }
        }
        guard let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name else {
            return "uid-\(getuid())"
        }
        return unsafe String(cString: name)
    }

    /// - Throws: A usage error in a user namespace, in which everybody may be root, or whoever they like.
    static func requireKnown() throws {
        // A kernel without namespaces has no such file.
        guard let map = FileManager.default.contents(atPath: "/proc/self/uid_map") else { return }
        let fields = String(decoding: map, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard fields != ["0", "0", "4294967295"] else { return }
        throw ValidationError(
            "in a user namespace nobody knows who is at work: take this step outside of it.")
    }
}
