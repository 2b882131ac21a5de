import Diagnostics
import Evidence
import Testing

@Suite("Tables of files")
struct FileTablesTests {
    @Test("penolakan says where, what was found and what was expected")
    func listsRejects() throws {
        #expect(
            try SampleFiles.run.output("penolakan.csv") == """
                berkas,baris,kolom_ke,kolom,kode,alasan,ditemukan,diharapkan,sumber,pemasok,ikutan,uraian
                pegawai/a.csv,7,12,GOL AKHIR,V203,GOLONGAN,'-IIId,I/a … IV/e,pegawai,BKPSDM,tidak,Bukan golongan
                pegawai/a.csv,9,,,I101,cell-count,"a;""b""
                c",the header's number of cells,pegawai,BKPSDM,ya,Jumlah sel salah

                """)
        #expect(
            try SampleFiles.run.output("penolakan.csv", .english).hasPrefix(
                "file,line,position,column,code,reason,found,expected,source,supplier,consequent,description\n"
            ))
    }

    @Test("temuan leaves out the line and person where a finding has none")
    func listsFindings() throws {
        #expect(
            try SampleFiles.run.output("temuan.csv") == """
                kode,berkas,baris,nip,uraian,saran
                S401,kerja-v1.xml,4,198001012005011001,target 0,state a target
                I402,lain.csv,,,no source claims it,'+name it

                """)
    }

    @Test("pemantauan shows what each file contributed")
    func listsMonitoring() throws {
        var run = SampleFiles.run
        run.extra = "monitoring: [capaian]"
        run.monitoring = [
            MonitoringRow(
                component: "capaian", file: 1, item: "KS-WT", rows: 3, mean: 1_054_321),
            MonitoringRow(component: "capaian", file: 0, item: "KS-CK", rows: 0, mean: nil),
        ]
        #expect(
            try run.output("pemantauan.csv") == """
                periode,komponen,sumber,pemasok,berkas,rincian,baris,rata_rata
                2025-Q3,capaian,kerja,Bappeda,kerja-v1.xml,KS-WT,3,105.4321
                2025-Q3,capaian,pegawai,BKPSDM,pegawai/a.csv,KS-CK,0,

                """)
    }
}
