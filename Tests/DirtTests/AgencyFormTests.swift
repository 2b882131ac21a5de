internal import Diagnostics
internal import TestSupport
import Testing

/// Exports of agencies and of others, whole, with invented people: D8 to D16 of the forms that were seen.
@Suite("Forms: agencies")
struct AgencyFormTests {
    private static let nips = DirtyExport.nips

    private static let allowance = """
        <table border=1><tr><th rowspan=2>No<th rowspan=2>Nama<th rowspan=2>NIP<th rowspan=2>Pangkat (Gol)<th rowspan=2>Jabatan
        <th rowspan=2>Jenis jabatan<th rowspan=2>Kelas<th rowspan=2>Basic TPP<th colspan=3>Beban Kerja<th colspan=3>Prestasi Kerja
        <th rowspan=2>Jumlah Pembayaran<th rowspan=2>Tanda tangan</tr>
        <tr><th>Disiplin 40 %<th>Produktivitas 60 %<th>Jumlah<th>Disiplin 40 %<th>Produktivitas 60 %<th>Jumlah</tr>
        <tr><td>1<td>Andi Rekaan, S.E.<td>NIP.\(nips[0])<td>Penata Muda Tk. I (III/b)<td>Analis&nbsp;<td>JF<td>8<td>4.500.000
        <td>100.000<td><td>100.000<td>50.000<td>25.000<td>75.000<td>Rp 1.250.000,-<td></tr>
        <tr><td>2<td>Budi Contoh<td>NIP.19810202 200602 2 002<td>Golongan (V)<td>-<td>JP<td>x<td>0<td><td><td><td><td><td><td>92,5<td></tr>
        <tr><td colspan=7>Total<td>4.500.000<td>100.000<td><td>100.000<td>50.000<td>25.000<td>75.000<td>1.250.092,50<td></tr></table>
        """

    @Test(
        "D8, allowance sheet, HTML called .xls: merged header, NIP with label, a total with colspan"
    )
    func allowanceSheet() async throws {
        let format = "{ header_lines: 2, footer: Total, decimal: \",\" }"
        let register = DirtyExport(
            "register",
            "nip: NIP, nama: Nama, golongan: Pangkat (Gol), jabatan: Jabatan, kelas: Kelas",
            html: Self.allowance, format: format)
        #expect(
            try register.values() == [
                ["3", Self.nips[0], "Andi Rekaan, S.E.", "III/b", "Analis", "8"]
            ])
        #expect(try await register.rejects() == [["4", "7", "Kelas", "V204", "x"]])
        let amounts = DirtyExport(
            "outcome", "nip: NIP, nilai: Jumlah Pembayaran, nilai_skp: { from: 14 }",
            html: Self.allowance, format: format)
        #expect(
            try amounts.values() == [
                ["3", Self.nips[0], "1250000", "75000"], ["4", Self.nips[1], "92.5", ""],
            ])
        // Six columns bear three headings; which is meant nobody can tell by name.
        var ambiguous = amounts
        ambiguous.columns = "nip: NIP, nilai: Produktivitas 60 %"
        #expect(try await ambiguous.refusal()?.message.contains("has no column") == false)
    }

    @Test(
        "D9, allowance recap: printed formulas under the header; a NIP that shares its cell is refused"
    )
    func allowanceRecap() async throws {
        let numbers = (1...19).map { "<td>\($0)" }.joined()
        let html = """
            <table><tr><th>No<th>Nama / NIP<th>Gol<th>Jabatan</tr><tr>\(numbers)</tr>
            <tr><td colspan=11><td>12=(8+11)-(9+10)</tr>
            <tr><td>1<td>Andi Rekaan<br>NIP. \(Self.nips[0])<td>III/b<td>Analis</tr>
            <tr><td>2<td>\(Self.nips[1])<td>III / b<td>Analis</tr>
            <tr><td>JUMLAH<td>2</tr><tr><td><td>Mengetahui</tr></table>
            """
        let export = DirtyExport(
            "register", "nip: { from: 2 }, golongan: { from: 3 }, jabatan: { from: 4 }", html: html,
            format: "{ preamble: 3, header_lines: 0, footer: JUMLAH }")
        #expect(try export.values() == [["5", Self.nips[1], "III/b", "Analis"]])
        #expect(
            try await export.rejects() == [
                ["4", "2", "2", "V202", "Andi Rekaan NIP. \(Self.nips[0])"]
            ])
    }

    @Test("D10, KipApp: old NIP, months in words, decimal comma; a row of another year is refused")
    func kipapp() async throws {
        var export = DirtyExport(
            "rating",
            "nip: Nip lama, responden: Bulan, aspek: Tahun, peran: { value: atasan }, "
                + "nilai: Nilai rata-rata",
            lines: [
                "Nip lama;Nama;Bulan;Tahun;Jabatan;Rata-rata hasil kerja;Rata-rata perilaku;"
                    + "Nilai rata-rata;Predikat kinerja;Status;Nilai prestasi",
                "340012340;Andi Rekaan;Januari;2025;Analis;92,5;90;91,25;Baik;Disetujui;91,25",
                "340012340;Andi Rekaan;Pebruari;2025;Analis;92,5;90;92,75;Baik;Disetujui;92,75",
                "340012340;Andi Rekaan;Januari;2024;Analis;10;10;10;Kurang;Disetujui;10",
            ], rules: "{ column: aspek, one_of: [\"2025\"] }")
        export.format = "csv: { delimiter: \";\", decimal: \",\" }"
        export.components =
            "{ id: u, method: rating, from: [data], roles: { atasan: 100 }, weight: 100 }"
        #expect(
            try export.values() == [
                ["2", Self.nips[0], "Januari", "2025", "atasan", "91.25"],
                ["3", Self.nips[0], "Pebruari", "2025", "atasan", "92.75"],
            ])
        let tables = try await export.run()
        #expect(try tables.rejects == [["4", "31", "Tahun", "V208", "2024"]])
        // (91.25 + 92.75) / 2
        #expect(try tables.scores == [[Self.nips[0], "92.0000"]])
    }

    @Test(
        "D11, staff list of a 360 form: a blank behind a heading, pangkat and golongan in one field"
    )
    func staffList() throws {
        let export = DirtyExport(
            "register", "nip: NIP, nama: NAMA, golongan: PANGKAT, jabatan: JABATAN",
            lines: [
                "No.,NAMA,NIP ,PANGKAT,JABATAN,SUB JABATAN",
                "1,\"Andi Rekaan, S.E.\",19800101 200501 1 001,Penata Muda Tingkat I (III/b),Analis ,-",
                "2,Andi Rekaan,\(Self.nips[1]),Golongan (V),Analis,-",
            ])
        #expect(
            try export.values() == [
                ["2", Self.nips[0], "Andi Rekaan, S.E.", "III/b", "Analis"],
                ["3", Self.nips[1], "Andi Rekaan", "V", "Analis"],
            ])
    }

    @Test(
        "D12, satisfaction survey: titles, blanks, and sums with a decimal comma below the answers")
    func survey() async throws {
        let text =
            "\u{FEFF}"
            + [
                "Survei Kepuasan Masyarakat", "Unit Contoh Semester I", "",
                "NO. RESP,U1,U2,U3,U4,U5,U6,U7,U8,U9", "1,4,4,3,4,4,4,4,4,4", "2,3,,3,3,3,3,3,3,3",
                "3,5,3,3,3,3,3,3,3,3", "", "ΣNilai/Unsur,7,4,6,7,7,7,7,7,7",
                "NRR/Unsur,\"3,5\",4,3,\"3,5\",\"3,5\",\"3,5\",\"3,5\",\"3,5\",\"3,5\"",
                "NRR Tertimbang/Unsur,\"0,389\"", "", "IKM Unit Pelayanan,\"87,5\"",
                "Mutu Pelayanan,B (Baik)", "", "Keterangan Unsur:", "U1,Persyaratan",
            ].map { $0 + "\r\n" }.joined()
        var export = DirtyExport("survey", "unit: { value: Satu }, responden: NO. RESP", text)
        export.format = "csv: { preamble: 3, footer: Σ }"
        export.keys = "elements: [U1, U2, U3, U4, U5, U6, U7, U8, U9]"
        export.rules = "{ column: u1, range: [1, 4] }"
        #expect(
            try export.values() == [
                ["5", "Satu", "1", "4", "4", "3", "4", "4", "4", "4", "4", "4"],
                ["6", "Satu", "2", "3", "", "3", "3", "3", "3", "3", "3", "3"],
            ])
        #expect(try await export.rejects() == [["7", "3", "U1", "V210", "5"]])
    }

    @Test("D13, conversion of credit: what a predikat is worth stands in the definition alone")
    func creditConversion() async throws {
        var export = DirtyExport(
            "outcome",
            "nip: nip, mulai: periode_mulai, sampai: periode_selesai, hasil_kerja: predikat, nilai: prosentase",
            lines: [
                "id,timestamp,kategori_jabatan,jenjang_jabatan,instansi,periode_mulai,periode_selesai,nama,nip,"
                    + "predikat,prosentase,koefisien,total_ak_kredit,ak_integrasi",
                "1,2026-01-02 08:00:00,Keahlian,Ahli Muda,Kota Contoh,2025-01-01,2025-12-31,Andi,\(Self.nips[0]),"
                    + "Sangat Baik,150%,25,37.5,0",
                "2,2026-01-02 08:00:00,Keahlian,Ahli Muda,Kota Contoh,2025-01-01,2025-12-31,Budi,\(Self.nips[1]),"
                    + "Butuh Perbaikan,75,25,18.75,0",
            ])
        export.rest = DirtyExport.nationalLaw
        #expect(
            try export.values().map { Array($0[4...]) } == [
                ["Sangat Baik", "150"], ["Butuh Perbaikan", "75"],
            ])
        for (values, points) in [
            ("sangat baik: 150, baik: 100, butuh perbaikan: 75", ["150.0000", "75.0000"]),
            ("sangat baik: 100, baik: 80, butuh perbaikan: 60", ["100.0000", "60.0000"]),
        ] {
            export.components =
                "{ id: u, method: outcome, from: [data], column: hasil_kerja, weight: 100, values: { \(values) } }"
            #expect(
                try await export.run().scores == [
                    [Self.nips[0], points[0]], [Self.nips[1], points[1]],
                ])
        }
    }

    @Test("D14, SIMPEG: prefixed headings")
    func simpeg() throws {
        let export = DirtyExport(
            "register",
            "nip: peg_nip, nama: peg_nama, unit: satuan_kerja_nama, golongan: golongan, jabatan: jabatan_nama",
            lines: [
                "peg_nip,peg_nama,satuan_kerja_nama,golongan,jabatan_nama,jabatan_jenis,eselon",
                "'\(Self.nips[0]),Ma`ruf Contoh,Dinas Contoh,IIId,Kepala Seksi  ,Struktural,IV.a",
            ])
        #expect(
            try export.values() == [
                ["2", Self.nips[0], "Ma`ruf Contoh", "Dinas Contoh", "III/d", "Kepala Seksi"]
            ])
    }

    @Test("D15, payroll XML: elements that are nil are no value")
    func payroll() async throws {
        let record = { (tin: String, position: String) in
            "<MmPayroll><TaxPeriodMonth>1</TaxPeriodMonth><TaxPeriodYear>2025</TaxPeriodYear>"
                + "<CounterpartOpt>Resident</CounterpartOpt><CounterpartPassport xsi:nil=\"true\"/>"
                + "<CounterpartTin>\(tin)</CounterpartTin><Position>\(position)</Position>"
                + "<Gross>4500000</Gross><Rate>0.25</Rate><WithholdingDate>2025-01-31</WithholdingDate></MmPayroll>\n"
        }
        var export = DirtyExport(
            "table", "kode: CounterpartTin, nama: CounterpartPassport",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<MmPayrollBulk xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><TIN>0000000000000000</TIN><ListOfMmPayroll>\n"
                + record("0000000000000001", "Analis") + record("", "Analis")
                + "</ListOfMmPayroll></MmPayrollBulk>\n")
        export.files["data.xml"] = export.files.removeValue(forKey: "data.csv")
        export.format = "xml: { record: /MmPayrollBulk/ListOfMmPayroll/MmPayroll }"
        #expect(try export.values() == [["3", "0000000000000001", ""]])
        #expect(
            try await export.rejects().map { [$0[0], $0[2], $0[3]] } == [
                ["4", "CounterpartTin", "V201"]
            ])
    }

    @Test(
        "D16, SKP of PP 46/2011: the stored figures are read, the weighted ones and the upload state are not"
    )
    func legacy() async throws {
        let export = DirtyExport(
            "outcome",
            "nip: nip, tahun: tahun, nilai_skp: nilai_skp, nilai_perilaku: nilai_perilaku, nilai: nilai_prestasi_kerja, "
                + "hasil_akhir: kategori_nilai_prestasi",
            lines: [
                "nip,tahun,nilai_skp,nilai_skp_60_persen,rating_skp,nilai_perilaku,nilai_perilaku_40_persen,rating_perilaku,"
                    + "nilai_prestasi_kerja,kategori_nilai_prestasi,siasn_flag",
                "\(Self.nips[0]),2025,85.5,51.3,Baik,90,36,Baik,87.3,Baik,4",
                "\(Self.nips[1]),2025,85.333333333,51.2,Baik,90,36,Baik,87.2,Baik,0",
            ])
        #expect(try export.values() == [["2", Self.nips[0], "2025", "85.5", "90", "87.3", "Baik"]])
        #expect(
            try await export.rejects() == [["3", "25", "nilai_skp", "V204", "85.333333333"]])
    }
}
