internal import Foundation
internal import TestSupport
internal import Testing

/// `kinerja compare` on two runs whose difference is known.
@Suite("kinerja compare")
struct CompareTests {
    /// 120, 92.5 and 78.75 by hand: (3 × A + B) / 4, A and B of 120, 120; 90, 100; 80, 75 (60/75 is 80 → 80).
    private func two(
        _ change: (inout SmallJob) -> Void
    ) throws -> (folder: TemporaryFolder, runs: [String]) {
        let folder = try TemporaryFolder()
        var job = SmallJob()
        try job.write(to: folder)
        #expect(try Program.run(SmallJob.arguments(in: folder)).status == 0)
        change(&job)
        try job.write(to: folder)
        let second = try Program.run(SmallJob.arguments(in: folder))
        #expect(second.status == 0, "\(second.errors)")
        return (folder, try Book.query(folder("hasil"), "SELECT run FROM run ORDER BY sequence"))
    }

    private func compare(
        _ folder: TemporaryFolder, _ runs: [String], _ extra: [String] = []
    ) throws -> Subprocess.Outcome {
        try Program.run(["compare"] + runs + ["--out", folder("hasil")] + extra)
    }

    /// Finals by NIP as a run has published them.
    private func finals(_ folder: TemporaryFolder, _ run: String) throws -> [String: Decimal] {
        let rows = try CSVText(folder("hasil/kecil/2025-Q3/\(run)/hasil.csv"))
            .selecting(["nip", "akhir"])
        return Dictionary(
            uniqueKeysWithValues: rows.map { ($0[0], Decimal(string: $0[1]) ?? 0) })
    }

    @Test("A changed export is named as the cause, and counts and sums are those of the tables")
    func input() throws {
        let (folder, runs) = try two { job in
            var rows = SmallJob.rows
            // The second person's 90 becomes 70: below 90, so Kurang.
            rows[2][3] = "70"
            job.set("capaian/satu.csv", SmallJob.text(rows))
        }
        let outcome = try compare(folder, runs)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (old, new) = (try finals(folder, runs[0]), try finals(folder, runs[1]))
        let (before, after) = (old.values.reduce(0, +), new.values.reduce(0, +))
        #expect(outcome.text.contains("orang 3 → 3: naik 0, turun 1, tetap 2"))
        #expect(outcome.text.contains("masukan berubah: capaian/satu.csv"))
        #expect(outcome.text.contains("predikat berubah: 1"))
        #expect(outcome.text.contains("19810202********** Baik → Kurang"))
        #expect(outcome.text.contains("(capaian/satu.csv)"))
        for nip in SmallJob.nips { #expect(!outcome.text.contains(nip)) }
        #expect(!outcome.text.contains("Contoh"))
        let json = try compare(folder, runs, ["--json", "--file", folder("beda.json")])
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        let totals = try #require(document["totals"] as? [String: Any])
        #expect((totals["difference"] as? NSNumber)?.decimalValue == after - before)
        #expect(!json.text.contains(SmallJob.nips[1]))
        #expect(Disk.mode(folder("beda.json")) == 0o600)
        #expect(try Disk.text(folder("beda.json")).contains(SmallJob.nips[1]))
    }

    @Test("Other bands change the predikat alone; other weights the final")
    func definition() throws {
        let (folder, runs) = try two { job in
            job.definition = job.definition.replacing("from: 90", with: "from: 110")
        }
        let outcome = try compare(folder, runs, ["--bahasa", "en"])
        #expect(outcome.text.contains("rose 0, fell 0, same 3"))
        #expect(outcome.text.contains("definition: definisi.yaml"))
        #expect(outcome.text.contains("bands of the predikat"), "\(outcome.text)")
    }

    @Test("Who came and who left are counted")
    func people() throws {
        let (folder, runs) = try two { job in
            let other = "199001012015011001"
            job.set(
                "pegawai.csv", SmallJob.register.replacing(SmallJob.nips[0], with: other))
            var rows = SmallJob.rows
            for row in [0, 1] { rows[row][0] = other }
            job.set("capaian/satu.csv", SmallJob.text(rows))
        }
        let outcome = try compare(folder, runs)
        #expect(outcome.text.contains("masuk 1, keluar 1"), "\(outcome.text)")
        #expect(outcome.text.contains("tetap 2"))
    }

    @Test("What two runs of a month cost is what their entitlements add up to, line by line")
    func cost() throws {
        let folder = try TemporaryFolder()
        _ = try Subprocess.require([
            "cp", "-r", Repository.path("sample-data/tpp/2025-07"), folder("masukan"),
        ])
        let scheme = Repository.path("pipelines/tpp/tpp-contoh.yaml")
        var sums: [[Int64]] = []
        for number in 0..<2 {
            if number == 1 {
                // Somebody's last day is not in the export any more.
                let path = folder("masukan/absensi/rekap-rsud.csv")
                let lines = try Disk.text(path).split(separator: "\n")
                try Disk.write(lines.dropLast().joined(separator: "\n") + "\n", to: path)
            }
            let outcome = try Program.run([
                "run", Repository.path("pipelines/tpp.yaml"), "--period", "2025-07", "--inputs",
                folder("masukan"), "--out", folder("hasil"),
            ])
            #expect(outcome.status <= 1, "\(outcome.errors)")
            // The second program of the same exports.
            _ = try Subprocess.require([
                "python3", Repository.path("Tests/Referee/tpp.py"), folder("wasit-\(number)"),
                folder("masukan"),
            ])
            let rows = try CSVText(folder("wasit-\(number)/hak.csv")).rows
            let amounts = rows.filter { !$0[1].hasPrefix("ditahan") }
                .map { $0[2...].compactMap { Int64($0) } }.filter { $0.count == 6 }
            sums.append((0..<6).map { line in amounts.reduce(0) { $0 + $1[line] } })
        }
        let runs = try Book.query(folder("hasil"), "SELECT run FROM run ORDER BY sequence")
        #expect(runs.count == 2)
        // Without a scheme there is nothing to compare, which is no damage.
        let bare = try compare(folder, runs)
        #expect(bare.status == 3 && bare.errors.contains("--pay"), "\(bare.errors)")
        let outcome = try compare(
            folder, runs, ["--pay", scheme, "--json", "--file", folder("beda.json")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        let cost = try #require(document["cost"] as? [String: Any])
        for (side, sum) in zip(["before", "after"], sums) {
            let found = try #require(cost[side] as? [String: Any])
            // Three gross lines, tax and the person's contribution, and the employer's, which is a cost and no net.
            let (gross, deductions) = (sum[0] + sum[1] + sum[2], sum[3] + sum[4])
            #expect((found["gross"] as? NSNumber)?.int64Value == gross)
            #expect((found["deductions"] as? NSNumber)?.int64Value == deductions)
            #expect((found["net"] as? NSNumber)?.int64Value == gross - deductions)
            #expect((found["cost"] as? NSNumber)?.int64Value == gross + sum[5])
        }
        #expect(sums[0] != sums[1])
        let text = try compare(folder, runs, ["--pay", scheme]).text
        #expect(text.contains("biaya: orang ") && text.contains("neto: Rp"))
        let file = try Disk.text(folder("beda.json"))
        #expect(file.contains(try Regex("\"nip\": \"[0-9]{18}\"")))
        #expect(!text.contains(try Regex("[0-9]{18}")))
        #expect(Disk.mode(folder("beda.json")) == 0o600)
        let month = try two { _ in }
        let quarter = try compare(month.folder, [month.runs[0], month.runs[0]], ["--pay", scheme])
        #expect(quarter.status == 3 && quarter.errors.contains("P401"), "\(quarter.errors)")
    }

    @Test("A run compared with itself differs in nothing; a changed one is refused")
    func same() throws {
        let (folder, runs) = try two { _ in }
        let outcome = try compare(folder, [runs[0], folder("hasil/kecil/2025-Q3/terkini")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("naik 0, turun 0, tetap 3"))
        #expect(outcome.text.contains("tidak ada"))
        let results = folder("hasil/kecil/2025-Q3/\(runs[0])/hasil.csv")
        try Disk.write(try Disk.text(results).replacing("120.00", with: "121.00"), to: results)
        #expect(try compare(folder, [runs[0], runs[0]]).status == 6)
    }
}
