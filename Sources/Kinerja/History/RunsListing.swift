package import Diagnostics
internal import Exporting
internal import Ledger

/// The runs of an output tree as its book has them; the answers of `kinerja runs list` and `runs show`.
package struct RunsListing {
    private let tree: String
    private let runs: [LedgerRun]
    private let attempts: [LedgerAttempt]

    /// - Throws: ``RunFailure`` of kind `input` where the tree has no book.
    package init(
        _ tree: String, pipeline: String?, period: String?
    ) throws(RunFailure) {
        let ledger = try RunBook.reading(tree)
        self.tree = tree
        (runs, attempts) = try RunBook.asked { () throws(LedgerFailure) in
            (
                try ledger.runs(pipeline: pipeline, period: period),
                try ledger.attempts(pipeline: pipeline, period: period)
            )
        }
    }

    /// Runs, then the attempts that came to nothing after the last run that did.
    package func text(_ language: Language) -> String {
        var table = AlignedText(words: [1, 2, 3])
        table.add([
            language("run", "run"), "", language("terbit", "published"),
            language("keadaan", "state"), language("dinilai", "ranked"),
            language("belum", "unscored"), language("dikecualikan", "excluded"),
            language("temuan", "findings"),
        ])
        for run in runs {
            let attempt = attempts.first { $0.run == run.run && $0.state == .published }
            table.add([
                "\(run.pipeline) \(run.period) \(run.run)", RunWords.mark(run, in: tree),
                attempt?.started ?? "", RunWords.state(run.state, language), "\(run.ranked)",
                "\(run.unscored)", "\(run.excluded)", "\(run.findings)",
            ])
        }
        return (runs.isEmpty ? language("belum ada run\n", "no runs yet\n") : table.text)
            + unsuccessful(language)
    }

    private func unsuccessful(_ language: Language) -> String {
        let last = attempts.last { $0.state == .published || $0.state == .known }?.sequence ?? 0
        let failed = attempts.filter { $0.sequence > last }
        if failed.isEmpty { return "" }
        var table = AlignedText(words: [1, 2, 3, 5])
        for attempt in failed {
            table.add([
                "\(attempt.pipeline) \(attempt.period)", attempt.started,
                RunWords.state(attempt.state, language), attempt.stage.rawValue,
                attempt.exitCode.map { "\($0)" } ?? "", attempt.message ?? "",
            ])
        }
        return language("sesudah itu, tanpa hasil:\n", "since then, without result:\n") + table.text
    }

    package var json: String {
        let document = JSONValue.object([
            ("runs", .array(runs.map { RunWords.json($0, in: tree) })),
            ("attempts", .array(attempts.map(RunWords.json))),
        ])
        return String(decoding: document.bytes, as: UTF8.self)
    }
}

/// One run of the book with all that it says.
package struct RunDetails {
    private let root: String
    private let run: LedgerRun
    private let parts: LedgerParts
    private let attempts: [LedgerAttempt]

    /// - Throws: ``RunFailure`` of kind `input` where no run is called so.
    package init(_ name: String, tree: String) throws(RunFailure) {
        let reference = try RunReference(name, tree: tree)
        let run = reference.run
        let ledger = try RunBook.reading(reference.root)
        self.run = run
        root = reference.root
        parts = try reference.parts()
        attempts = try RunBook.asked { () throws(LedgerFailure) in
            try ledger.attempts(pipeline: run.pipeline, period: run.period)
                .filter { $0.run == run.run }
        }
    }

    package func text(_ language: Language) -> String {
        var head = AlignedText(words: [1])
        for (name, value) in [
            (language("run", "run"), "\(run.pipeline) \(run.period) \(run.run)"),
            (language("keadaan", "state"), RunWords.state(run.state, language)),
            (language("aturan", "rules"), run.rules),
            (language("kiriman sampai", "deliveries until"), run.asOf ?? "-"),
            (language("program", "program"), "\(run.programVersion) \(run.programStamp)"),
            (language("identitas", "identity"), run.identity),
            (language("manifes", "manifest"), run.manifest),
            (language("arsip", "archive"), run.archive ?? "-"),
        ] { head.add([name, value]) }
        return head.text + language("percobaan\n", "attempts\n") + attemptTable(language)
            + language("masukan\n", "inputs\n") + inputTable(language)
            + language("keluaran\n", "outputs\n") + outputTable
            + language("temuan\n", "findings\n") + findingTable
    }

    private func attemptTable(_ language: Language) -> String {
        var table = AlignedText(words: [1, 2, 3, 5])
        for attempt in attempts {
            table.add([
                "\(attempt.sequence)", RunWords.state(attempt.state, language), attempt.started,
                attempt.ended ?? "", attempt.exitCode.map { "\($0)" } ?? "",
                attempt.reused ?? "",
            ])
        }
        return table.text
    }

    private func inputTable(_ language: Language) -> String {
        var table = AlignedText(words: [1, 8])
        table.add([
            "", "sha256", language("dibaca", "read"), language("dipakai", "used"),
            language("ditolak", "rejected"), language("dikecualikan", "excluded"),
            language("digantikan", "superseded"), language("disisihkan", "set aside"),
            language("tidak dihitung karena", "not counted because"),
        ])
        for input in parts.inputs {
            let rows = input.rows
            table.add(
                [MaskedText.of(input.path), String(input.sha256.prefix(12))]
                    + [
                        rows.read, rows.used, rows.rejected, rows.excluded, rows.superseded,
                        rows.setAside,
                    ].map { "\($0)" } + [RunWords.replacement(input, language)])
        }
        return table.text
    }

    private var outputTable: String {
        var table = AlignedText(words: [1])
        for output in parts.outputs {
            table.add([
                output.name, String(output.sha256.prefix(12)), "\(output.bytes)",
                output.rows.map { "\($0)" } ?? "",
            ])
        }
        return table.text
    }

    private var findingTable: String {
        var table = AlignedText(words: [1, 2])
        for finding in parts.findings {
            table.add([
                finding.code, finding.source, MaskedText.of(finding.file), "\(finding.count)",
            ])
        }
        return table.text
    }

    package var json: String {
        let document = JSONValue.object([
            ("run", RunWords.json(run, in: root)),
            ("attempts", .array(attempts.map(RunWords.json))),
            ("parts", RunWords.json(parts)),
        ])
        return String(decoding: document.bytes, as: UTF8.self)
    }
}
