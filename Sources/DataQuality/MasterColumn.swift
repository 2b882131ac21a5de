/// A column of the employee master that an indicator reads, by its name in definitions.
package enum MasterColumn: String, Sendable, CaseIterable {
    case nip
    case titleBefore = "gelar_depan"
    case titleAfter = "gelar_belakang"
    case birth = "lahir"
    case sex = "kelamin"
    case nik
    case nikValid = "nik_valid"
    case phone = "nomor_hp"
    case email
    case employment = "jenis_pegawai"
    case standing = "kedudukan"
    case leaveEnd = "cltn_sampai"
    case status
    case tmtCPNS = "tmt_cpns"
    case tmtPNS = "tmt_pns"
    case tmtPPPK = "tmt_pppk"
    case golongan
    case postKind = "jenis_jabatan"
    case post = "jabatan"
    case postName = "nama_jabatan"
    case eselon
    case education = "pendidikan"
    case unor
    case homeAgency = "instansi_induk"
    case workAgency = "instansi_kerja"
}

/// A list beside the master without which an indicator cannot be computed.
package enum QualityList: Sendable, Hashable {
    /// The SKP filed, of every year that is asked for.
    case filings
    /// The unor that are active.
    case unors
    /// The least education of each post.
    case postEducation
}
