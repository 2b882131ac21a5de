internal import CivilService
internal import Glibc

/// Who is at work, and when, as the machine says it.
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

    /// Now, UTC: `2025-03-01T04:05:06Z`.
    static var time: String {
        let seconds = Int(Glibc.time(nil))
        let day = CalendarDate(dayNumber: Int32(seconds / 86_400))
        let clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map { part in
            part < 10 ? "0\(part)" : "\(part)"
        }
        return "\(day)T\(clock.joined(separator: ":"))Z"
    }
}
