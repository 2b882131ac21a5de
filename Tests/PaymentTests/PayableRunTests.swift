internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import Payroll
internal import TestSupport
internal import Testing

/// What of a run is paid, and which run is not.
@Suite("Runs that are paid from")
struct PayableRunTests {
    /// Of kelas 7, III/a: 1,875,000 and 1,111,111, no kondisi kerja; 5 %, 1 % and, from the employer, 4 %.
    private static let whole: [Int64] = [1_875_000, 1_111_111, 0, 149_306, 29_861, 119_444]

    /// 19/31: 1,149,193.5 and 681,003.5; of 1,830,198 5 % is 91,509.9, 1 % 18,301.98, 4 % 73,207.92. 21/31: 1,270,161.3 and
    /// 752,688.1; of 2,022,849 5 % is 101,142.45, 1 % 20,228.49, 4 % 80,913.96.
    @Test("Leave without pay that begins or ends in the month takes its own days alone")
    func partOfMonth() throws {
        var month = try SmallMonth()
        month.register = [
            SmallMonth.row(1), SmallMonth.row(2, until: "2025-07-19"),
            SmallMonth.row(2, status: "CLTN", from: "2025-07-20"),
            SmallMonth.row(3, status: "CLTN", until: "2025-07-10"),
            SmallMonth.row(3, from: "2025-07-11"),
            SmallMonth.row(4, status: "CLTN", until: "2025-07-10"),
            SmallMonth.row(4, status: "CLTN", from: "2025-07-11"),
        ]
        month.present = [1, 2, 3]
        try month.publish()
        #expect(
            try month.due() == [
                1: Self.whole, 2: [1_149_194, 681_004, 0, 91_510, 18_302, 73_208],
                3: [1_270_161, 752_688, 0, 101_142, 20_228, 80_914], 4: [0, 0, 0, 0, 0, 0],
            ])
    }

    @Test("Whom a component leaves out for want of a rating is not excluded from pay")
    func unrated() throws {
        var month = try SmallMonth()
        month.register = [SmallMonth.row(1), SmallMonth.row(2)]
        month.present = [1, 2]
        month.isScored = true
        let folder = try month.publish()
        #expect(try Disk.text("\(folder)/pengecualian.csv").contains("\(PaymentBench.nip(2))"))
        #expect(try month.due() == [1: Self.whole, 2: Self.whole])
        // By the score, it is a rating that is missing: held.
        var scheme = try Disk.text(Repository.path("pipelines/tpp/tpp-contoh.yaml"))
        scheme = scheme.replacing("productivity: days", with: "productivity: score")
        let path = month.bench.folder("pipelines/tpp/menurut-nilai.yaml")
        try Disk.write(scheme, to: path)
        let run = try EntitlementRun.compute(
            scheme: path, runFolder: folder, month: PaymentBench.month(7))
        // 1 − 0.6 × 0.1 = 0.94 of 1,875,000 and of 1,111,111 (1,044,444.34)
        var amounts: [[Int64]] = []
        for entitlement in run.entitlements {
            guard case .computed(let lines, _) = entitlement.state else {
                amounts.append([])
                continue
            }
            amounts.append(lines.prefix(2).map(\.amount))
        }
        #expect(amounts == [[1_762_500, 1_044_444], []])
    }

    @Test(
        "An event that states another position leaves its kelas unknown: held, not the old amount")
    func promotion() throws {
        var month = try SmallMonth()
        month.register = [SmallMonth.row(1), SmallMonth.row(2)]
        month.events = [
            "\(PaymentBench.nip(1)),mutasi,2025-07-11,tidak,RSUD Contoh,,SK-1",
            "\(PaymentBench.nip(2)),promosi,2025-07-11,tidak,,Kepala Subbagian,SK-2",
        ]
        month.present = [1, 2]
        try month.publish()
        // kondisi kerja of the hospital: 350,000 × 21/31 = 237,096.8; of 3,223,208 5 % is 161,160.4, 1 % 32,232.08, 4 % 128,928.32
        #expect(
            try month.due()
                == [1: [1_875_000, 1_111_111, 237_097, 161_160, 32_232, 128_928], 2: []])
    }

    @Test("Values of law in the run that nobody confirmed are told, and months without a run")
    func unconfirmed() throws {
        var month = try SmallMonth()
        month.register = [SmallMonth.row(1)]
        month.present = [1]
        try month.publish()
        let order = try month.order()
        #expect(order.unconfirmed.contains { $0.hasPrefix("kelas-keterlambatan (") })
        #expect(order.unconfirmed.contains { $0.hasPrefix("tpp-pph21 (") })
        #expect(
            order.monthsWithoutRun.map(\.description)
                == ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"])
        #expect(order.partialRuns.isEmpty)
        // Nobody of the month serves there; or it is another spelling of a unit in which somebody does.
        #expect(order.unknownUnits == ["RSUD Contoh", "Satuan Polisi Pamong Praja"])
    }

    /// What a person with a text editor and `sha256sum` makes of a published run: everything in it agrees.
    private static let forge = """
        import hashlib, json, os, sys
        folder, edit = sys.argv[1:]
        path = lambda name: os.path.join(folder, name)
        manifest = json.load(open(path("manifest.json")))
        for name in os.listdir(folder):
            if ".tar.gz" in name: os.remove(path(name))
        for option in manifest["options"]:
            if option["name"] == "archive": option["value"] = "none"
        text = open(path("penempatan.csv")).read()
        control = json.load(open(path("lembar-kontrol.json")))
        if edit == "kelas": text = text.replace(",III/a,7,", ",III/a,14,")
        if edit == "person": text = "".join(text.splitlines(True)[:-1])
        if edit == "balance": control["balanced"] = False
        if edit == "persons": control["persons"]["balanced"] = False
        if edit == "run": control["run"] = "0" * 12
        if edit == "partial":
            manifest["missing"] = [dict(kind="files", source="mesin", supplier="M", agency=None, expected="1", found="0")]
        if edit != "control":
            open(path("penempatan.csv"), "w").write(text)
            json.dump(control, open(path("lembar-kontrol.json"), "w"))
        for output in manifest["outputs"]:
            data = open(path(output["name"]), "rb").read()
            output["sha256"], output["bytes"] = hashlib.sha256(data).hexdigest(), len(data)
        json.dump(manifest, open(path("manifest.json"), "w"))
        """

    @Test(
        "A run that was made over is not paid, however well it agrees with itself",
        arguments: [
            ("kelas", "the book has no run"), ("person", "2 persons, the postings have 1"),
            ("balance", "does not balance"), ("persons", "does not balance"),
            ("run", "the control sheet is of 000000000000"),
            ("partial", "differ in what is missing"), ("nothing", "the book has no run"),
        ])
    func forged(edit: String, message: String) throws {
        var month = try SmallMonth()
        month.register = [SmallMonth.row(1), SmallMonth.row(2)]
        month.present = [1, 2]
        let folder = try month.publish()
        #expect(try month.due() == [1: Self.whole, 2: Self.whole])
        _ = try Subprocess.require(["python3", "-c", Self.forge, folder, edit])
        #expect(try Program.run(["verify", folder]).status == 0)
        do {
            _ = try month.order()
            Issue.record("it was taken")
        } catch let failure as RunFailure {
            #expect(failure.exitCode == 3)
            #expect(failure.diagnostics.map(\.code) == [.paymentRefused])
            #expect(failure.diagnostics.first?.message.contains(message) == true, "\(failure)")
        }
    }

    /// The folder of a run under another name, with all that names it, and the pointer to it.
    private static let plant = """
        import hashlib, json, os, shutil, sys
        folder = sys.argv[1]
        name = "abcdef012345"
        planted = os.path.join(os.path.dirname(folder), name)
        shutil.copytree(folder, planted)
        path = lambda name: os.path.join(planted, name)
        for file in os.listdir(planted):
            if ".tar.gz" in file: os.remove(path(file))
        manifest = json.load(open(path("manifest.json")))
        manifest["run"], manifest["identity"] = name, name + "0" * 52
        for option in manifest["options"]:
            if option["name"] == "archive": option["value"] = "none"
        control = json.load(open(path("lembar-kontrol.json")))
        control["run"] = name
        json.dump(control, open(path("lembar-kontrol.json"), "w"))
        for output in manifest["outputs"]:
            data = open(path(output["name"]), "rb").read()
            output["sha256"], output["bytes"] = hashlib.sha256(data).hexdigest(), len(data)
        json.dump(manifest, open(path("manifest.json"), "w"))
        pointer = os.path.join(os.path.dirname(folder), "terkini")
        os.remove(pointer)
        os.symlink(name, pointer)
        """

    @Test("A folder that nobody's run made is entered into the book, and not paid")
    func planted() throws {
        var month = try SmallMonth()
        month.register = [SmallMonth.row(1)]
        month.present = [1]
        let folder = try month.publish()
        _ = try Subprocess.require(["python3", "-c", Self.plant, folder])
        try month.bench.desk().desk.recoverRuns()
        #expect(
            try Program.run(["runs", "show", "abcdef", "--out", month.bench.output]).status == 0)
        #expect(PaymentBench.refusal { _ = try month.order() } == "3 P401")
    }

    @Test("A pointer that somebody moved back to an older run is not followed; a named run is")
    func pointer() throws {
        var month = try SmallMonth()
        month.register = [SmallMonth.row(1, kelas: "14")]
        month.present = [1]
        let first = try month.publish()
        month.register = [SmallMonth.row(1)]
        let second = try month.publish("masukan-2")
        #expect(first != second)
        #expect(try month.due() == [1: Self.whole])
        _ = try Subprocess.require([
            "ln", "-sfn", String(first.split(separator: "/").last ?? ""),
            "\(month.bench.output)/tpp/2025-07/terkini",
        ])
        #expect(PaymentBench.refusal { _ = try month.order() } == "3 P401")
        var named = try month.sources()
        named.runs = [first]
        let order = try named.order(program: ProgramVersion(version: "1", stamp: "s"))
        #expect(order.months.map(\.run.run) == [first.split(separator: "/").last.map(String.init)])
    }
}
