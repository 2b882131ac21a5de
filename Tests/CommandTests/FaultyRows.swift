/// Small files for the reference job whose rows have several faults at once.
enum FaultyRows {
    private static let andi = "198001012005011001"
    private static let budi = "198102022006022002"
    private static let citra = "198203032007031003"
    /// A NIP that no accepted row of the register has.
    private static let stranger = "199912312020121999"
    /// Month 13 of birth.
    private static let broken = "198013012005011001"

    static func write(to job: ReferenceJob) throws {
        for (name, lines) in files { try job.write(name, lines) }
    }

    private static let files = [
        "pegawai.csv": register,
        "indikator.csv": indicators,
        "capaian.csv": attainment,
        "penilaian.csv": ratings,
        "kehadiran.csv": attendance,
    ]

    private static let register = [
        "nip,nama,jenis,unit,jabatan,kelas,atasan_nip",
        "\(broken),X,HONORER,U00001,J,99,",
        "\(andi),X,pns,U00001,J,99,",
        "\(andi),X,PNS,U00001,J,x,",
        "\(andi),X,PNS,U00001,J,18,",
        "\(andi),X,PNS,U00001,J",
        "\(andi),\"Andi \"\"A\"\", S.E.\",PNS,U00001,J,7,",
        "\(andi),Ganda,PNS,U00002,K,18,",
        "\(andi),Ganda,PNS,U00002,K,8,",
        "\(budi),Budi,PPPK,U00001,J,17,\(stranger)",
        "",
        "\(citra),\"Citra \"Alias\" X\",PNS,U00001,J,1,",
        "\(citra),\"Citra,PNS,U00001,J,1,",
        "\(citra),Citra,PNS,U00002,J,1,\(andi)",
    ]

    private static let indicators = [
        "indikator,nama,arah,bobot",
        "I01,x,samping,9",
        "I01,x,naik,1.5",
        "I01,x,naik,0",
        "I01,x,naik,3",
        "I01,x,turun,6",
        "I01,x,turun,5",
        "I02,x,turun,2",
        "I03,x,Naik,2",
    ]

    private static let attainment = [
        "nip,indikator,bulan,target,realisasi",
        "\(broken),I09,2025-04,x,x",
        "\(stranger),I09,2025-04,x,x",
        "\(andi),I03,2025-04,x,x",
        "\(andi),I01,2025-04,x,x",
        "\(andi),I01,2025-3,x,x",
        "\(andi),I01,2024-03,1,1",
        "\(andi),I01,2025-03,x,-1",
        "\(andi),I01,2025-03,-1,x",
        "\(andi),I01,2025-03,0.00,x",
        "\(andi),I01,2025-03,-0,5",
        "\(andi),I01,2025-03,100,1.234",
        "\(andi),I01,2025-03,100,-0.01",
        "\(andi),I01,2025-03,100,+5",
        "\(andi),I01,2025-03,100, 5",
        "\(andi),I01,2025-03,12345678,5",
        "\(andi),I01,2025-03,100,90,",
        "\(andi),I01,2025-03,100,90",
        "\(andi),I01,2025-03,100,x",
        "\(andi),I01,2025-03,1,1",
        "\(andi),I02,2025-06,100,0",
        "\(budi),I01,2025-12,3,1",
        "\(budi),\"I02\",2025-12,\"1.5\",2",
    ]

    private static let ratings = [
        "nip,penilai_nip,peran,aspek,nilai,tanggal",
        "\(stranger),\(broken),bos,P9,x,x",
        "\(andi),\(broken),bos,P9,x,x",
        "\(andi),\(stranger),bos,P9,x,x",
        "\(andi),\(budi),Atasan,P9,x,x",
        "\(andi),\(budi),atasan,p1,x,x",
        "\(andi),\(budi),atasan,P1,,x",
        "\(andi),\(budi),atasan,P1,101,x",
        "\(andi),\(budi),atasan,P1,-1,2025-02-30",
        "\(andi),\(budi),atasan,P1,80,2025-02-30",
        "\(andi),\(budi),atasan,P1,80,2024-12-31",
        "\(andi),\(budi),atasan,P1,80,01-02-2025",
        "\(andi),\(budi),atasan,P1,80,2025-02-28",
        "\(andi),\(budi),atasan,P1,90,2025-03-01",
        "\(andi),\(budi),rekan,P1,70,2025-03-01",
        "\(budi),\(budi),diri,P7,100,2025-12-31",
    ]

    private static let attendance = [
        "nip,bulan,hari_kerja,hadir,terlambat_menit,alpa",
        "\(andi),2025-13,32,x,x,x",
        "\(andi),2025-01,32,x,x,x",
        "\(andi),2025-01,0,40,x,x",
        "\(andi),2025-01,20,32,x,x",
        "\(andi),2025-01,20,21,x,x",
        "\(andi),2025-01,20,20,1000000,x",
        "\(andi),2025-01,20,20,-1,x",
        "\(andi),2025-01,20,20,30,32",
        "\(andi),2025-01,20,20,30,0",
        "\(andi),2025-01,20,19,0,0",
        "\(andi),2025-02,20,19,0,1,9",
        "\(budi),2025-01,20,10,480,10",
    ]

    /// File, line, column and reason by the rules of JOB.md section 2.
    static let expected = [
        ["pegawai.csv", "2", "nip", "NIP_FORMAT"],
        ["pegawai.csv", "3", "jenis", "JENIS"],
        ["pegawai.csv", "4", "kelas", "ANGKA"],
        ["pegawai.csv", "5", "kelas", "RENTANG"],
        ["pegawai.csv", "6", "", "KOLOM"],
        ["pegawai.csv", "8", "kelas", "RENTANG"],
        ["pegawai.csv", "9", "", "GANDA"],
        ["pegawai.csv", "11", "", "KOLOM"],
        ["pegawai.csv", "12", "", "KOLOM"],
        ["pegawai.csv", "13", "", "KOLOM"],
        ["indikator.csv", "2", "arah", "ARAH"],
        ["indikator.csv", "3", "bobot", "ANGKA"],
        ["indikator.csv", "4", "bobot", "RENTANG"],
        ["indikator.csv", "6", "bobot", "RENTANG"],
        ["indikator.csv", "7", "", "GANDA"],
        ["indikator.csv", "9", "arah", "ARAH"],
        ["capaian.csv", "2", "nip", "NIP_FORMAT"],
        ["capaian.csv", "3", "nip", "NIP_ASING"],
        ["capaian.csv", "4", "indikator", "INDIKATOR"],
        ["capaian.csv", "5", "bulan", "TANGGAL"],
        ["capaian.csv", "6", "bulan", "TANGGAL"],
        ["capaian.csv", "7", "bulan", "TANGGAL"],
        ["capaian.csv", "8", "target", "ANGKA"],
        ["capaian.csv", "9", "target", "NEGATIF"],
        ["capaian.csv", "10", "target", "TARGET_NOL"],
        ["capaian.csv", "11", "target", "TARGET_NOL"],
        ["capaian.csv", "12", "realisasi", "ANGKA"],
        ["capaian.csv", "13", "realisasi", "NEGATIF"],
        ["capaian.csv", "14", "realisasi", "ANGKA"],
        ["capaian.csv", "15", "realisasi", "ANGKA"],
        ["capaian.csv", "16", "target", "ANGKA"],
        ["capaian.csv", "17", "", "KOLOM"],
        ["capaian.csv", "19", "realisasi", "ANGKA"],
        ["capaian.csv", "20", "", "GANDA"],
        ["penilaian.csv", "2", "nip", "NIP_ASING"],
        ["penilaian.csv", "3", "penilai_nip", "NIP_FORMAT"],
        ["penilaian.csv", "4", "penilai_nip", "NIP_ASING"],
        ["penilaian.csv", "5", "peran", "PERAN"],
        ["penilaian.csv", "6", "aspek", "ASPEK"],
        ["penilaian.csv", "7", "nilai", "ANGKA"],
        ["penilaian.csv", "8", "nilai", "RENTANG"],
        ["penilaian.csv", "9", "nilai", "RENTANG"],
        ["penilaian.csv", "10", "tanggal", "TANGGAL"],
        ["penilaian.csv", "11", "tanggal", "TANGGAL"],
        ["penilaian.csv", "12", "tanggal", "TANGGAL"],
        ["penilaian.csv", "14", "", "GANDA"],
        ["kehadiran.csv", "2", "bulan", "TANGGAL"],
        ["kehadiran.csv", "3", "hari_kerja", "RENTANG"],
        ["kehadiran.csv", "4", "hari_kerja", "RENTANG"],
        ["kehadiran.csv", "5", "hadir", "RENTANG"],
        ["kehadiran.csv", "6", "hadir", "HADIR"],
        ["kehadiran.csv", "7", "terlambat_menit", "ANGKA"],
        ["kehadiran.csv", "8", "terlambat_menit", "RENTANG"],
        ["kehadiran.csv", "9", "alpa", "RENTANG"],
        ["kehadiran.csv", "11", "", "GANDA"],
        ["kehadiran.csv", "12", "", "KOLOM"],
    ]
}
