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
}
