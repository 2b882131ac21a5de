extension SampleRun {
    /// A run without people whose predikat is unconfirmed and whose cap is confirmed.
    static var underLaw: SampleRun {
        var run = SampleRun([])
        run.predikat = "{ parameter: contoh-predikat }\n      cap: { parameter: contoh-batas }"
        run.law = [
            "contoh-predikat": """
            name: contoh-predikat
            gloss: Scale of predikat
            unit: points
            values:
              2025-01-01:
                value: [ { predikat: Baik, from: 90 }, { predikat: Kurang } ]
                source: { title: Perwal 5/2025, article: pasal 9 }
                status: unconfirmed
                note: read in a newspaper
            """,
            "contoh-batas": """
            name: contoh-batas
            gloss: Cap of the final
            unit: points
            values:
              2024-01-01: { value: 120, source: { title: Perwal 1/2024 }, status: confirmed }
            """,
        ]
        return run
    }
}
