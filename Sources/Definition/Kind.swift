/// What a source's rows are about: a fixed typed table with a key.
package enum Kind: String, Sendable, CaseIterable {
    case table
    case unit
    case indicator
    case standard
    case register
    case event
    case correction
    case attainment
    case rating
    case attendance
    case survey
    case competency
    case training
    case sanction
    case outcome
    case master
    case unor
    case jabatan
    case filing

    /// Reference kinds, the register and what amends it are read first and in this order; evidence comes after.
    ///
    /// The employee master and its lists refer to nothing here: their quality is judged also of people and units that
    /// the register does not know.
    package var readingOrder: Int {
        switch self {
        case .table, .unor, .jabatan, .filing, .master: 0
        case .unit: 1
        case .indicator: 2
        case .standard: 3
        case .register: 4
        case .event: 5
        case .correction: 6
        default: 7
        }
    }

    package var isEvidence: Bool { readingOrder == 7 }

    /// The columns of the kind, in the order of the reference page.
    package var columns: [KindColumn] {
        switch self {
        case .table: [.init("kode", .text, .required, key: true), .init("nama", .text)]
        case .unit: Self.unitColumns
        case .indicator: Self.indicatorColumns
        case .standard: Self.standardColumns
        case .register: Self.registerColumns
        case .event: Self.eventColumns
        case .correction: Self.correctionColumns
        case .attainment: Self.attainmentColumns
        case .rating: Self.ratingColumns
        case .attendance: Self.attendanceColumns
        case .survey: Self.surveyColumns
        case .competency: Self.competencyColumns
        case .training: Self.trainingColumns
        case .sanction: Self.sanctionColumns
        case .outcome: Self.outcomeColumns
        case .master: Self.masterColumns
        case .unor: Self.unorColumns
        case .jabatan: Self.jabatanColumns
        case .filing: Self.filingColumns
        }
    }

    /// Looks up a column by its name; `u1`, `u2`, … exist in surveys without limit.
    package func column(_ name: String) -> KindColumn? {
        if self == .survey, name.first == "u", let number = Int(name.dropFirst()), number > 0 {
            return KindColumn(name, .decimal)
        }
        return columns.first { $0.name == name }
    }

    /// Columns of which a mapping states exactly one (`nip|unit` and the like).
    package var alternatives: [[String]] {
        switch self {
        case .attainment, .rating: [["nip", "unit"]]
        case .survey: [["nip", "unit"]]
        case .standard: [["jabatan", "jenjang"]]
        default: []
        }
    }
}

extension Kind {
    private static let unitColumns: [KindColumn] = [
        .init("unit", .text, .required, key: true), .init("nama", .text), .init("induk", .text),
        .init("kepala", .nip), .init("kelompok", .text), .init("uji_coba", .flag),
        .init("hasil", .decimal), .init("capaian", .text), .init("populasi", .integer),
    ]
    private static let indicatorColumns: [KindColumn] = [
        .init("indikator", .text, .required, key: true), .init("nama", .text),
        .init("satuan", .text), .init("arah", .text), .init("bobot", .decimal),
        .init("target", .decimal), .init("target_min", .decimal), .init("target_maks", .decimal),
        .init("batas", .decimal), .init("maksimum", .flag), .init("mulai", .date, key: true),
        .init("sampai", .date),
    ]
    private static let standardColumns: [KindColumn] = [
        .init("jabatan", .text, .required, key: true),
        .init("jenjang", .text, .required, key: true),
        .init("kompetensi", .text, .required, key: true), .init("level", .integer, .required),
    ]
    private static let registerColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("nip_lama", .text),
        .init("nama", .text), .init("jenis", .text),
        .init("unit", .text, key: true), .init("jabatan", .text), .init("jenjang", .text),
        .init("golongan", .golongan), .init("kelas", .integer), .init("atasan", .nip),
        .init("status", .text), .init("mulai", .date, key: true), .init("sampai", .date),
        .init("plt", .flag), .init("lahir", .date), .init("kelamin", .text), .init("tmt", .date),
        .init("pendidikan", .text), .init("npwp", .text), .init("ptkp", .text),
    ]
    private static let eventColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true),
        .init("peristiwa", .text, .required, key: true),
        .init("tanggal", .date, .required, key: true), .init("termasuk", .flag),
        .init("unit", .text), .init("jabatan", .text), .init("jenjang", .text),
        .init("dokumen", .text),
    ]
    private static let correctionColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("sumber", .text, .required, key: true),
        .init("kunci", .text, key: true), .init("kolom", .text, .required, key: true),
        .init("nilai_baru", .text, .required), .init("nilai_lama", .text),
        .init("dokumen", .text, .required), .init("tanggal", .date), .init("keputusan", .text),
    ]
}

extension Kind {
    private static let attainmentColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("unit", .text, .required, key: true),
        .init("indikator", .text, .required, key: true), .init("ukuran", .text, key: true),
        .init("bulan", .month, key: true), .init("tanggal", .date, key: true),
        .init("target", .decimal), .init("target_min", .decimal), .init("target_maks", .decimal),
        .init("realisasi", .decimal), .init("tenggat", .date), .init("selesai", .date),
        .init("arah", .text), .init("maksimum", .flag), .init("bobot", .decimal),
        .init("jenis", .text),
    ]
    private static let ratingColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("unit", .text, .required, key: true),
        .init("penilai", .nip, key: true), .init("responden", .text, key: true),
        .init("peran", .text, .required, key: true), .init("aspek", .text, key: true),
        .init("nilai", .rating, .required), .init("tanggal", .date, key: true),
    ]
    private static let attendanceColumns: [KindColumn] =
        [
            .init("nip", .nip, .required, key: true), .init("bulan", .month, key: true),
            .init("tanggal", .date, key: true), .init("unit", .text), .init("status", .text),
        ]
        + [
            "terlambat", "pulang_awal", "hari_kerja", "hadir", "alpa", "tl1", "tl2", "tl3", "tl4",
            "psw1", "psw2", "psw3", "psw4", "tanpa_hasil",
        ].map { KindColumn($0, .integer) }
    private static let surveyColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("unit", .text, .required, key: true),
        .init("responden", .text, key: true), .init("tanggal", .date),
    ]
    private static let competencyColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true),
        .init("kompetensi", .text, .required, key: true), .init("level", .integer, .required),
        .init("tanggal", .date, key: true),
    ]
    private static let trainingColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true),
        .init("pelatihan", .text, .required, key: true), .init("kompetensi", .text),
        .init("jenis", .text),
        .init("tanggal", .date, key: true), .init("jam", .decimal),
    ]
    private static let sanctionColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("tingkat", .text),
        .init("persen", .decimal), .init("mulai", .date, .required, key: true),
        .init("lama", .integer), .init("sampai", .date), .init("dokumen", .text, key: true),
    ]
    /// Ratings given elsewhere, as e-Kinerja and SIASN export them; one row is one SKP.
    private static let outcomeColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("skp", .text, key: true),
        .init("tahun", .integer, key: true), .init("mulai", .date, key: true),
        .init("sampai", .date, key: true), .init("jenis", .text), .init("unit", .text),
        .init("jabatan", .text), .init("plt", .flag), .init("hasil_kerja", .text),
        .init("perilaku_kerja", .text), .init("hasil_akhir", .text), .init("nilai", .decimal),
        .init("nilai_skp", .decimal), .init("nilai_perilaku", .decimal), .init("gagasan", .flag),
        .init("status", .text), .init("penilai", .nip), .init("dinilai", .date),
    ]
}

extension Kind {
    /// The employee master of SIASN, one row a person: the subject of the indicators of data quality.
    private static let masterColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("nama", .text), .init("unit", .text),
        .init("gelar_depan", .text), .init("gelar_belakang", .text), .init("lahir", .date),
        .init("kelamin", .text), .init("nik", .text), .init("nik_valid", .flag),
        .init("nomor_hp", .text), .init("email", .text), .init("jenis_pegawai", .text),
        .init("kedudukan", .text), .init("cltn_sampai", .date), .init("status", .text),
        .init("tmt_cpns", .date), .init("tmt_pns", .date), .init("tmt_pppk", .date),
        .init("golongan", .golongan), .init("jenis_jabatan", .text), .init("jabatan", .text),
        .init("nama_jabatan", .text), .init("eselon", .text), .init("pendidikan", .text),
        .init("unor", .text), .init("instansi_induk", .text), .init("instansi_kerja", .text),
    ]
    private static let unorColumns: [KindColumn] = [
        .init("kode", .text, .required, key: true), .init("nama", .text), .init("aktif", .flag),
    ]
    private static let jabatanColumns: [KindColumn] = [
        .init("kode", .text, .required, key: true), .init("nama", .text), .init("bup", .integer),
        .init("pendidikan", .text), .init("golongan", .golongan),
    ]
    /// Who filed an SKP in which year, or who did not.
    private static let filingColumns: [KindColumn] = [
        .init("nip", .nip, .required, key: true), .init("tahun", .integer, .required, key: true),
        .init("terisi", .flag, key: true),
    ]
}
