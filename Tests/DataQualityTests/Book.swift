import CivilService
import DataQuality
import Diagnostics
import Foundation
import Regulation
import Testing

/// The project's national parameters, some of them put otherwise for a test.
enum Book {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "pipelines/regulation/nasional").path

    /// `changes`: By parameter, a piece of the file's text and what stands there instead.
    static func book(_ changes: [String: (String, String)] = [:]) throws -> RuleBook {
        let date = try #require(CalendarDate(iso: "2025-06-30"))
        return RuleBook(date: date) { name in
            let path = "\(folder)/\(name).yaml"
            guard var text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
            if let (old, new) = changes[name] {
                text = text.replacingOccurrences(of: old, with: new)
            }
            return (text, path)
        }
    }

    static func rules(_ changes: [String: (String, String)] = [:]) throws -> QualityRules {
        let book = try book(changes)
        let rules = QualityRules(RuleReader(book, for: SourceLocation(file: "test")))
        #expect(book.problems.isEmpty, "\(book.problems)")
        return rules
    }
}

/// Invented people who have no problem at all on 2025-06-30.
enum Person {
    static func day(_ text: String) -> CalendarDate {
        CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
    }

    static func nip(_ text: String) throws -> NIP { try NIP(parsing: text.utf8.span) }

    /// A man born on 1985-03-10, appointed in April 2010, who does executing work.
    static func pns(_ nip: String = "198503102010041901") throws -> EmployeeRecord {
        var person = EmployeeRecord(nip: try Self.nip(nip))
        person.unit = "Dinas"
        person.titleAfter = "S.Contoh"
        (person.birth, person.sex) = (day("1985-03-10"), "M")
        (person.nik, person.isNIKValid) = ("9900000000000001", true)
        (person.phone, person.email) = ("08000000001", "orang@contoh.example")
        (person.employment, person.standing) = ("PNS Daerah", "Aktif")
        (person.status, person.golongan) = ("P", Golongan(level: 3, ruang: 3))
        (person.tmtCPNS, person.tmtPNS) = (day("2010-04-01"), day("2011-04-01"))
        (person.postKind, person.post) = ("Jabatan Pelaksana", "P1")
        (person.postName, person.education) = ("Pengelola Data", "S-1")
        (person.unor, person.homeAgency, person.workAgency) = ("U1", "Kota", "Kota")
        return person
    }

    /// A woman born on 1990-06-06 with a first contract in 2022, month 21 in the number.
    static func pppk() throws -> EmployeeRecord {
        var person = try pns("199006062022212901")
        (person.birth, person.sex) = (day("1990-06-06"), "F")
        (person.status, person.tmtCPNS, person.tmtPNS) = (nil, nil, nil)
        (person.employment, person.standing) = ("PPPK Daerah", "PPPK Aktif")
        (person.tmtPPPK, person.golongan) = (day("2022-03-01"), Golongan(pppk: 9))
        return person
    }

    static func structural() throws -> EmployeeRecord {
        var person = try pns()
        (person.postKind, person.post) = ("Jabatan Struktural", nil)
        (person.postName, person.eselon) = ("Kepala Bidang", "III.a")
        person.golongan = Golongan(level: 4, ruang: 1)
        return person
    }

    static func functional() throws -> EmployeeRecord {
        var person = try pns()
        (person.postKind, person.post) = ("Jabatan Fungsional", "F1")
        person.postName = "Perawat Ahli Pertama"
        return person
    }

    /// Lists that know the people above.
    static func references() throws -> QualityReferences {
        var references = QualityReferences()
        references.unors = ["U1": true, "U4": false]
        references.posts = [
            "F1": .init(retirementAge: 60, education: "S-1", golongan: nil),
            "F9": .init(retirementAge: nil, education: nil, golongan: nil),
        ]
        references.statesPostEducation = true
        for year in [2023, 2024] {
            references.filings.add(
                try nip("200001012022031999"), year: year, isFiled: false)
        }
        return references
    }
}
