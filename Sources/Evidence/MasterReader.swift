internal import CivilService
package import DataQuality
internal import Definition
internal import Plan

/// Turns the rows of the employee master and its lists into what the indicators of data quality ask for.
package struct MasterReader {
    /// - Parameter evidence: Everything that a run has read.
    /// - Returns: `nil` where no employee master was delivered.
    package static func assess(_ evidence: EvidenceSet) -> QualityAssessment? {
        guard let rules = evidence.definition.quality,
            let master = evidence.masterStores.first(where: { $0.plan.source.kind == .master })
        else { return nil }
        let reader = MasterReader(master)
        return QualityAssessment(
            of: (0..<master.count).map { reader.person($0) },
            columns: Set(MasterColumn.allCases.filter { master.column($0.rawValue) != nil }),
            references(evidence.masterStores), rules, on: evidence.definition.period.last)
    }

    private let store: RowStore
    private let columns: [MasterColumn: Int]
    private let unit: Int?

    private init(_ store: RowStore) {
        self.store = store
        columns = Dictionary(
            uniqueKeysWithValues: MasterColumn.allCases.compactMap { column in
                store.column(column.rawValue).map { (column, $0) }
            })
        unit = store.column("unit") ?? store.column("unor")
    }

    private func person(_ row: Int) -> EmployeeRecord {
        func text(_ column: MasterColumn) -> String? { store.text(columns[column], row) }
        func date(_ column: MasterColumn) -> CalendarDate? {
            store.value(columns[column], row).map { CalendarDate(dayNumber: Int32($0)) }
        }
        var person = EmployeeRecord(
            nip: NIP(unchecked: UInt64(store.value(columns[.nip], row) ?? 0)))
        person.unit = store.text(unit, row)
        (person.titleBefore, person.titleAfter) = (text(.titleBefore), text(.titleAfter))
        (person.birth, person.sex) = (date(.birth), text(.sex))
        person.nik = text(.nik)
        person.isNIKValid = store.value(columns[.nikValid], row).map { $0 == 1 }
        (person.phone, person.email) = (text(.phone), text(.email))
        (person.employment, person.standing) = (text(.employment), text(.standing))
        (person.leaveEnd, person.status) = (date(.leaveEnd), text(.status))
        (person.tmtCPNS, person.tmtPNS) = (date(.tmtCPNS), date(.tmtPNS))
        person.tmtPPPK = date(.tmtPPPK)
        person.golongan = store.value(columns[.golongan], row)
            .flatMap { Golongan(code: Int($0)) }
        (person.postKind, person.post) = (text(.postKind), text(.post))
        (person.postName, person.eselon) = (text(.postName), text(.eselon))
        (person.education, person.unor) = (text(.education), text(.unor))
        (person.homeAgency, person.workAgency) = (text(.homeAgency), text(.workAgency))
        (person.file, person.line) = (store.files[row], store.lines[row])
        return person
    }

    private static func references(_ stores: [RowStore]) -> QualityReferences {
        var references = QualityReferences()
        for store in stores {
            switch store.plan.source.kind {
            case .unor: addUnors(of: store, to: &references)
            case .jabatan: addPosts(of: store, to: &references)
            case .filing: addFilings(of: store, to: &references)
            default: break
            }
        }
        return references
    }

    private static func addUnors(of store: RowStore, to references: inout QualityReferences) {
        let (code, active) = (store.column("kode"), store.column("aktif"))
        if active == nil { references.listsActiveUnorsOnly = true }
        var unors = references.unors ?? [:]
        for row in 0..<store.count {
            guard let unor = store.text(code, row) else { continue }
            // A list that has the column says so of every unor: one that leaves it empty says nothing of it.
            if active == nil {
                unors[unor] = true
            } else if let flag = store.value(active, row) {
                unors[unor] = flag == 1
            }
        }
        references.unors = unors
    }

    private static func addPosts(of store: RowStore, to references: inout QualityReferences) {
        let (code, age) = (store.column("kode"), store.column("bup"))
        let (education, golongan) = (store.column("pendidikan"), store.column("golongan"))
        if education != nil { references.statesPostEducation = true }
        for row in 0..<store.count {
            guard let post = store.text(code, row) else { continue }
            references.posts[post] = QualityReferences.Post(
                retirementAge: store.value(age, row).map { Int($0) },
                education: store.text(education, row),
                golongan: store.value(golongan, row).flatMap { Golongan(code: Int($0)) })
        }
    }

    private static func addFilings(of store: RowStore, to references: inout QualityReferences) {
        let (nip, year, filed) = (
            store.column("nip"), store.column("tahun"), store.column("terisi")
        )
        for row in 0..<store.count {
            guard let digits = store.value(nip, row), let number = store.value(year, row) else {
                continue
            }
            references.filings.add(
                NIP(unchecked: UInt64(digits)), year: Int(number),
                isFiled: store.value(filed, row) != 0)
        }
    }
}
