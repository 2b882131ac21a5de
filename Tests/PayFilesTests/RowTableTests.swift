internal import CivilService
internal import Diagnostics
internal import PayFiles
internal import Payroll
internal import TestSupport
internal import Testing

@Suite("Rows of a payment, with a trailer")
struct RowTableTests {
    /// Written by hand; the hash by sha256sum over everything before its digits.
    @Test("A small file is exactly these bytes")
    func small() throws {
        let nip = NIP(unchecked: 198_001_012_005_011_001)
        let month = Month(index: 2025 * 12)
        let file = PaymentFile(
            scheme: "tpp", title: "TPP", month: month, number: 1,
            lines: [
                PayLine(id: "beban", title: "", account: "5", kind: .gross),
                PayLine(id: "pph21", title: "", account: nil, kind: .deduction),
            ],
            payments: [
                Payment(
                    nip: nip, month: month, kind: .regular,
                    amounts: [Rupiah(4_551_136), Rupiah(227_557)], run: "9a41", reason: "")
            ],
            payees: [
                Payee(
                    nip: nip, name: "Nia, \"S.Kom.\"", unit: "Satu", position: "",
                    golongan: "III/a",
                    kelas: "7", employment: "PNS", taxNumber: "", taxStatus: "")
            ], held: [], debts: [], runs: [])
        let documents = try PayFiles(
            file, comparison: SampleFile.comparison(file), coretax: nil, language: .english
        ).render()
        let rows = try #require(documents.first)
        #expect(rows.name == "rincian.csv")
        let lines = String(decoding: rows.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines[0]
                == "kunci,nip,nama,unit,golongan,kelas,kepegawaian,bulan,jenis,beban,bruto,pph21,potongan,neto,run,alasan"
        )
        #expect(
            lines[1]
                == "198001012005011001-2025-01,198001012005011001,\"Nia, \"\"S.Kom.\"\"\",Satu,III/a,7,PNS,2025-01,biasa,4551136,4551136,227557,227557,4323579,9a41,"
        )
        #expect(
            lines[2].hasPrefix(
                "TOTAL,198001012005011001,tpp/2025-01/1,1,1,,,2025-01,,4551136,4551136,227557,227557,4323579,,sha256:"
            ))
    }

    @Test("Python adds it up, sums the NIPs and hashes it to what the trailer says")
    func python() throws {
        let folder = try TemporaryFolder()
        try Disk.write(try SampleFile.document("rincian.csv"), to: folder("r.csv"))
        let script = """
            import csv, hashlib, sys
            data = open(sys.argv[1], "rb").read()
            assert hashlib.sha256(data[:-65]).hexdigest() == data[-65:-1].decode()
            head, *rows, last = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8")))
            at = {name: place for place, name in enumerate(head)}
            first, gross, cut, net = 9, at["bruto"], at["potongan"], at["neto"]
            assert head[gross - 2:gross] == ["beban", "prestasi"] and head[gross + 1:cut] == ["pph21", "bpjs"]
            assert head[net + 1:-2] == ["bpjs-pemberi"]
            for row in rows:
                cells = [int(cell) for cell in row[first:-2]]
                assert int(row[gross]) == sum(map(int, row[first:gross]))
                assert int(row[cut]) == sum(map(int, row[gross + 1:cut]))
                assert int(row[net]) == int(row[gross]) - int(row[cut])
            assert int(last[1]) == sum(int(row[1]) for row in rows)
            assert int(last[3]) == len(rows) and int(last[4]) == len({row[1] for row in rows})
            for place in range(first, len(head) - 2):
                assert int(last[place]) == sum(int(row[place]) for row in rows)
            print(len(rows), sorted({row[2] for row in rows})[0])
            """
        let outcome = try Subprocess.require(["python3", "-c", script, folder("r.csv")])
        #expect(outcome.text == "16 =SUM(A1:A9)\n")
    }

    @Test("What was written reads back whole, and says the same")
    func whole() throws {
        var check = RowCheck(try SampleFile.document("rincian.csv"), path: "r.csv")
        let content = try check.content()
        #expect(content.payment == "tpp/2025-03/2" && content.rows == 16 && content.persons == 12)
        let file = SampleFile.file()
        let net = file.payments.reduce(Int128(0)) { $0 + Int128(file.net(of: $1).amount) }
        #expect(content.net == net)
    }

    @Test(
        "A line with the name of a column, or of another line, makes no files",
        arguments: ["bruto", "nip", "beban"])
    func ambiguous(id: String) throws {
        var file = SampleFile.file(people: 1)
        file = PaymentFile(
            scheme: "tpp", title: "", month: file.month, number: 1,
            lines: [
                PayLine(id: "beban", title: "", account: nil, kind: .gross),
                PayLine(id: id, title: "", account: nil, kind: .deduction),
            ], payments: [], payees: [], held: [], debts: [], runs: [])
        #expect(throws: PayFileFault.ambiguousLine(id)) {
            try PayFiles(
                file, comparison: SampleFile.comparison(file), coretax: nil, language: .english
            ).render()
        }
    }
}
