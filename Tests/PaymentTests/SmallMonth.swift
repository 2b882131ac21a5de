internal import CivilService
internal import Kinerja
internal import Payroll
internal import TestSupport

/// July 2025 of a few people who are never late, by the definition and scheme of the sample.
struct SmallMonth {
    let bench: PaymentBench
    /// Rows of the register: NIP, NAMA, JENIS, UNIT, JABATAN, GOLONGAN, KELAS, STATUS, NPWP, PTKP, TMT, SAMPAI.
    var register: [String] = []
    var events: [String] = []
    /// Who has a row of each day, and a row of the month that says that something was done on each.
    var present: [Int] = []

    /// Whether the definition scores people by a rating that only the first has, and leaves out who has none.
    var isScored = false

    static let head = "NIP,NAMA,JENIS,UNIT,JABATAN,GOLONGAN,KELAS,STATUS,NPWP,PTKP,TMT,SAMPAI"

    init() throws { bench = try PaymentBench() }

    static func row(
        _ person: Int, kelas: String = "7", status: String = "Aktif", from: String = "",
        until: String = ""
    ) -> String {
        "\(PaymentBench.nip(person)),Rekaan \(person),PNS,Dinas Kominfo,Pengolah Data,III/a,"
            + "\(kelas),\(status),0167912946593333,K/1,\(from),\(until)"
    }

    /// Weekends of July 2025.
    private static let free: Set = [5, 6, 12, 13, 19, 20, 26, 27]

    func write(to folder: String) throws {
        var machine = "NIP;TANGGAL;STATUS;TERLAMBAT;PULANG_AWAL\n"
        var activity = "NIP,BULAN,HARI TANPA AKTIVITAS\n"
        for person in present {
            let nip = PaymentBench.nip(person)
            activity += "\(nip),2025-07,0\n"
            for day in 1...31 {
                let date = (day < 10 ? "0" : "") + "\(day)-07-2025"
                machine += "\(nip);\(date);" + (Self.free.contains(day) ? "LIBUR;;\n" : "H;0;0\n")
            }
        }
        let files = [
            "referensi/unit.csv": "unit,uji_coba\nDinas Kominfo,tidak\nRSUD Contoh,tidak\n",
            "pegawai/pegawai.csv": ([Self.head] + register).joined(separator: "\n") + "\n",
            "pegawai/peristiwa.csv":
                (["NIP,PERISTIWA,TANGGAL,TERMASUK,UNIT,JABATAN,DOKUMEN"]
                + events).joined(separator: "\n") + "\n",
            "absensi/mesin-a.csv": machine,
            "absensi/rekap-a.csv":
                "NIP,BULAN,UNIT,HARI KERJA,HADIR,TK,TM1,TM2,TM3,TM4,PC1,PC2,PC3,PC4\n",
            "ekinerja/a.csv": activity,
            "nilai/n.csv": "NIP,PERAN,NILAI\n\(PaymentBench.nip(1)),atasan,90\n",
            "hukdis/h.csv": "NIP,TINGKAT,PERSEN,TMT,LAMA,NOMOR SK\n",
        ]
        for (name, text) in files {
            let path = "\(folder)/\(name)"
            _ = try Subprocess.require([
                "mkdir", "-p", String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]),
            ])
            try Disk.write(text, to: path)
        }
    }

    private static func scored(_ text: String) -> String {
        let source =
            "  nilai: { kind: rating, files: nilai/*.csv, columns: { nip: NIP, peran: PERAN, nilai: NILAI } }\n"
        return text.replacing("\nvalidate:", with: "\n\(source)\nvalidate:") + """

            score:
              schemes:
                - id: semua
                  components:
                    - { id: nilai, title: Nilai, method: rating, from: nilai, roles: { atasan: 1 }, weight: 100, missing: exclude }
            rank: { by: [akhir desc], ties: share, order: [nip asc] }
            """
    }

    /// A copy of the definitions in which an event may state another position.
    func definition() throws -> String {
        let folder = bench.folder("pipelines")
        if !Disk.exists(folder) {
            _ = try Subprocess.require(["cp", "-r", Repository.path("pipelines"), folder])
            var text = try Disk.text("\(folder)/tpp.yaml")
            if isScored { text = Self.scored(text) }
            try Disk.write(
                text.replacing(
                    "unit: UNIT, dokumen:", with: "unit: UNIT, jabatan: JABATAN, dokumen:"),
                to: "\(folder)/tpp.yaml")
        }
        return "\(folder)/tpp.yaml"
    }

    /// - Returns: Folder of the run.
    @discardableResult
    func publish(_ name: String = "masukan") throws -> String {
        try write(to: bench.folder(name))
        let outcome = try Program.run([
            "run", try definition(), "--period", "2025-07", "--inputs", bench.folder(name), "--out",
            bench.output,
        ])
        guard outcome.status <= 1 else { throw ToolFailure(outcome.errors) }
        let pointer = "\(bench.output)/tpp/2025-07/terkini"
        return try Subprocess.require(["readlink", "-f", pointer]).text
            .split(separator: "\n").joined()
    }

    func sources() throws -> PaymentSources {
        PaymentSources(
            scheme: Repository.path("pipelines/tpp/tpp-contoh.yaml"), output: bench.output,
            month: PaymentBench.month(7))
    }

    func order() throws -> PaymentOrder {
        try sources().order(program: ProgramVersion(version: "1", stamp: "s"))
    }

    /// Amounts by number of the person; none for who is held.
    func due() throws -> [Int: [Int64]] {
        var due: [Int: [Int64]] = [:]
        for entitlement in try order().months.flatMap(\.entitlements) {
            let number = Int(entitlement.nip.description.suffix(3)) ?? 0
            switch entitlement.state {
            case .computed(let amounts, _): due[number] = amounts.map(\.amount)
            case .held: due[number] = []
            }
        }
        return due
    }
}
