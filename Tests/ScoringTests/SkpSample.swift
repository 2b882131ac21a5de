import Diagnostics
import Formulas
import Foundation
import MiniRun

/// Definitions with one SKP component, and the national parameters.
enum SkpSample {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "pipelines/regulation/nasional").path

    static let pp46Columns =
        "{ nip: a, indikator: b, ukuran: c, target: d, realisasi: e, bulan: f }"
    static let pp30Columns =
        """
        { nip: a, indikator: b, bobot: c, target: d, realisasi: e, jenis: f, arah: g, \
        maksimum: h, target_min: i, target_maks: j }
        """

    static func definition(
        _ method: String, columns: String, length: String, keys: String = "",
        regulation: String = "regulation: nasional"
    ) -> String {
        """
        kinerja: 1
        pipeline: uji
        title: Uji
        period: \(length)
        \(regulation)
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: a, nama: b, unit: c }
          indikator:
            kind: indicator
            files: indikator.csv
            columns: { indikator: a, arah: b, bobot: c, target: d }
          skp:
            kind: attainment
            files: skp.csv
            columns: \(columns)
        score:
          schemes:
            - id: umum
              components: [ { id: skp, method: \(method), from: [skp], weight: 100\(keys) } ]
        """
    }

    static func run(
        _ definition: String, period: String, _ rows: String, indicators: String = ""
    ) throws(RunFailure) -> MiniRun {
        try MiniRun(
            definition, period: period,
            ["pegawai": "@1;Ani;PKM A\n", "indikator": indicators, "skp": rows],
            files: parameter)
    }

    static func pp46(_ rows: String, keys: String = "", indicators: String = "") throws -> MiniRun {
        try run(
            definition("skp-pp46", columns: pp46Columns, length: "year", keys: keys),
            period: "2020", rows, indicators: indicators)
    }

    static func pp30(_ rows: String, keys: String = "", indicators: String = "") throws -> MiniRun {
        try run(
            definition("skp-pp30", columns: pp30Columns, length: "semester", keys: keys),
            period: "2021-S2", rows, indicators: indicators)
    }

    /// The parameters that a step rests on: the first word of each basis.
    static func parameters(of node: Trace.Node) -> [String] {
        node.basis.map { String("\($0)".prefix { $0 != " " }) }
    }

    private static func parameter(_ path: String) -> String? {
        guard path.hasPrefix("nasional/") else { return nil }
        return try? String(contentsOfFile: "\(folder)/\(path.dropFirst(9))", encoding: .utf8)
    }
}
