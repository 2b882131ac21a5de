package import CivilService

/// What the master says of one person; what it leaves empty is `nil`.
package struct EmployeeRecord: Sendable {
    package let nip: NIP
    /// Name of the unit by which the person is counted.
    package var unit: String?
    package var titleBefore: String?
    package var titleAfter: String?
    package var birth: CalendarDate?
    package var sex: String?
    package var nik: String?
    package var isNIKValid: Bool?
    package var phone: String?
    package var email: String?
    package var employment: String?
    package var standing: String?
    package var leaveEnd: CalendarDate?
    package var status: String?
    package var tmtCPNS: CalendarDate?
    package var tmtPNS: CalendarDate?
    package var tmtPPPK: CalendarDate?
    package var golongan: Golongan?
    package var postKind: String?
    package var post: String?
    package var postName: String?
    package var eselon: String?
    package var education: String?
    package var unor: String?
    package var homeAgency: String?
    package var workAgency: String?
    /// The run's number of the file.
    package var file: Int32 = 0
    /// 1-based physical line.
    package var line: UInt32 = 0

    package init(nip: NIP) { self.nip = nip }
}
