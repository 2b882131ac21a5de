/// One of the 27 indicators of data quality, under BKN's own code and name.
///
/// - Source: the list "kualitas data" that BKN publishes for SIASN; code, dimension, name and description are its own.
package enum QualityIndicator: String, Sendable, CaseIterable {
    case com1 = "COM_1"
    case com2 = "COM_2"
    case com3 = "COM_3"
    case com4 = "COM_4"
    case com5 = "COM_5"
    case com6 = "COM_6"
    case com7 = "COM_7"
    case tim1 = "TIM_1"
    case tim2 = "TIM_2"
    case tim3 = "TIM_3"
    case tim4 = "TIM_4"
    case tim5 = "TIM_5"
    case tim6 = "TIM_6"
    case acc1 = "ACC_1"
    case acc2 = "ACC_2"
    case acc3 = "ACC_3"
    case acc4 = "ACC_4"
    case acc5 = "ACC_5"
    case acc6 = "ACC_6"
    case acc7 = "ACC_7"
    case acc8 = "ACC_8"
    case acc9 = "ACC_9"
    case acc10 = "ACC_10"
    case con1 = "CON_1"
    case con2 = "CON_2"
    case con3 = "CON_3"
    case con4 = "CON_4"

    /// What an indicator is, beside its check.
    package struct Facts: Sendable {
        package let dimension: QualityDimension
        package let name: String
        /// Columns of the master without which nobody can be judged.
        package let columns: [MasterColumn]
        package let lists: [QualityList]

        fileprivate init(
            _ dimension: QualityDimension, _ name: String, _ columns: [MasterColumn],
            _ lists: [QualityList]
        ) {
            self.dimension = dimension
            self.name = name
            self.columns = columns
            self.lists = lists
        }
    }

    package var dimension: QualityDimension { facts.dimension }
    package var name: String { facts.name }

    /// Its place in the published list, from 0.
    package var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

    package var facts: Facts {
        switch self {
        case .com1, .com2, .com3, .com4, .com5, .com6, .com7: completeness
        case .tim1, .tim2, .tim3, .tim4, .tim5, .tim6: timeliness
        case .acc1, .acc2, .acc3, .acc4, .acc5, .acc6, .acc7, .acc8, .acc9, .acc10: accuracy
        case .con1, .con2, .con3, .con4: consistency
        }
    }

    private var completeness: Facts {
        func facts(
            _ name: String, _ columns: [MasterColumn], _ lists: [QualityList] = []
        ) -> Facts { Facts(.completeness, name, columns, lists) }
        return switch self {
        case .com1: facts("Belum SKP Tahun Berjalan", [], [.filings])
        case .com2: facts("Jabatan Kosong", [.postKind, .post])
        case .com3: facts("Pendidikan Kosong", [.education])
        case .com4: facts("TMT PNS Kosong", [.status, .tmtPNS])
        case .com5: facts("Gelar Kosong", [.titleBefore, .titleAfter, .education])
        case .com6: facts("Email Pribadi Kosong/Salah Format", [.email])
        default: facts("Nomor HP Kosong", [.phone])
        }
    }

    private var timeliness: Facts {
        func facts(
            _ name: String, _ columns: [MasterColumn], _ lists: [QualityList] = []
        ) -> Facts { Facts(.timeliness, name, columns, lists) }
        return switch self {
        case .tim1: facts("Unor Tidak Aktif", [.unor], [.unors])
        case .tim2:
            facts("Format Jabatan Fungsional Belum Diangkat", [.postName, .tmtCPNS])
        case .tim3: facts("Masa CPNS Lebih dari 1 Tahun", [.status, .tmtCPNS])
        case .tim4: facts("Struktural Ganda", [.postKind, .unor])
        case .tim5:
            facts("Telah Masuk BUP tetapi Masih Aktif", [.birth, .standing, .postKind])
        default:
            facts(
                "Cuti di Luar Tanggungan Negara Setelah Tanggal Berakhir", [.standing, .leaveEnd])
        }
    }

    private var accuracy: Facts {
        func facts(
            _ name: String, _ columns: [MasterColumn], _ lists: [QualityList] = []
        ) -> Facts { Facts(.accuracy, name, columns, lists) }
        return switch self {
        case .acc1: facts("TMT CPNS Lebih Besar dari TMT PNS", [.status, .tmtCPNS, .tmtPNS])
        case .acc2:
            facts(
                "Jenis Pegawai Diperkejakan / Diperbantukan tidak sesuai",
                [.employment, .homeAgency, .workAgency])
        case .acc3:
            facts(
                "Masa Kerja Kurang dari 2 tahun di Jabatan Struktural", [.postKind, .tmtCPNS])
        case .acc4: facts("PPPK Salah Kedhuk", [.standing])
        case .acc5: facts("NIK Belum Valid", [.nik, .nikValid])
        case .acc6:
            facts(
                "Tingkat Pendidikan Eselon Tidak Memenuhi Syarat",
                [.postKind, .eselon, .education])
        case .acc7: facts("Tahun Pengangkatan PPPK", [])
        case .acc8:
            facts(
                "Tingkat Pendidikan Jabatan Fungsional Tidak memenuhi Syarat",
                [.postKind, .post, .education], [.postEducation])
        case .acc9: facts("Pelaksana Nama Jabatan Fungsional", [.postKind, .postName])
        default:
            facts(
                "Jabatan Pimpinan Tinggi di bawah Pangkat minimal",
                [.postKind, .eselon, .golongan])
        }
    }

    private var consistency: Facts {
        func facts(_ name: String, _ columns: [MasterColumn]) -> Facts {
            Facts(.consistency, name, columns, [])
        }
        return switch self {
        case .con1: facts("Komponen TMT CPNS pada NIP PNS", [.tmtCPNS])
        case .con2: facts("Komponen Tanggal Lahir pada NIP ASN", [.birth])
        case .con3: facts("Komponen Jenis Kelamin pada NIP ASN", [.sex])
        default: facts("Komponen Tahun Pengangkatan NIPPPK", [.tmtPPPK])
        }
    }
}
