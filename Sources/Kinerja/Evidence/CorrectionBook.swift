internal import Diagnostics
internal import Evidence
internal import Validation

/// The corrections of a run and what became of each.
struct CorrectionBook {
    private struct Entry {
        let correction: Correction
        let file: Int32
        let line: UInt32
        var applied = 0
        var mismatched = 0
    }

    private var bySource: [String: [Entry]] = [:]
    private var order: [String] = []

    /// Takes the accepted rows of a correction source.
    mutating func add(_ store: RowStore) {
        let (nip, source, key) = (
            store.column("nip"), store.column("sumber"), store.column("kunci")
        )
        let (column, new, old) = (
            store.column("kolom"), store.column("nilai_baru"), store.column("nilai_lama")
        )
        for row in 0..<store.count {
            guard let digits = store.value(nip, row), let name = store.text(source, row),
                let target = store.text(column, row), let value = store.text(new, row)
            else { continue }
            let parts = store.text(key, row).map { text in
                text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            }
            if bySource[name] == nil { order.append(name) }
            bySource[name, default: []].append(
                Entry(
                    correction: Correction(
                        nip: UInt64(digits), key: parts ?? [], column: target, newValue: value,
                        oldValue: store.text(old, row)),
                    file: store.files[row], line: store.lines[row]))
        }
    }

    /// Where a correction stands, for whoever asks why a figure is not the export's.
    func place(_ index: Int, source: String) -> (file: Int32, line: UInt32)? {
        guard let entry = bySource[source]?[index] else { return nil }
        return (entry.file, entry.line)
    }

    func corrections(of source: String) -> [Correction] {
        (bySource[source] ?? []).map(\.correction)
    }

    mutating func note(_ index: Int, source: String, isApplied: Bool) {
        if isApplied {
            bySource[source]?[index].applied += 1
        } else {
            bySource[source]?[index].mismatched += 1
        }
    }

    /// By source, how often each correction was applied and contradicted.
    var uses: [String: [[Int]]] {
        bySource.mapValues { entries in entries.map { [$0.applied, $0.mismatched] } }
    }

    /// Takes the uses that an earlier reading counted.
    mutating func restore(_ uses: [String: [[Int]]]) {
        for (source, counts) in uses {
            for (index, count) in counts.enumerated()
            where count.count == 2 && index < bySource[source]?.count ?? 0 {
                bySource[source]?[index].applied = count[0]
                bySource[source]?[index].mismatched = count[1]
            }
        }
    }

    /// Corrections whose old value is not what the export states, and those that met no fact.
    var unsettled: [(nip: UInt64, file: Int32, line: UInt32, isMismatch: Bool, old: String?)] {
        order.flatMap { bySource[$0] ?? [] }.filter { $0.applied == 0 }.map { entry in
            (
                entry.correction.nip, entry.file, entry.line, entry.mismatched > 0,
                entry.correction.oldValue
            )
        }
    }
}
