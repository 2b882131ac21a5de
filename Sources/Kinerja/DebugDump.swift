internal import CivilService
package import Diagnostics
internal import Arithmetic
internal import Evidence
internal import Batches
internal import Definition

package enum DebugDump {
    package static func run(_ args: [String]) async throws(RunFailure) -> String {
        let options = RunOptions(definition: args[1], period: AppraisalPeriod(parsing: args[2])!, inputs: args[3], output: "", workers: 2, language: .indonesian, program: .init(version: "0", stamp: "0"))
        let prepared = try await PreparedRun.prepare(options, previous: nil, progress: nil)
        let record = try await AppraisalRun(prepared: prepared, previous: nil, progress: nil).compute()
        var out = ""
        let d = record.definition
        let r = record.results
        for p in record.ranking.listing {
            let i = Int(p)
            var line = "H,\(record.ranking.ranks[0][i]),\(record.evidence.population.nips[i]),\(FixedPoint.text(r.finals[i], decimals: d.finalPublishing.decimals)),\(r.predikat[i] < 0 ? "" : r.predikatNames[Int(r.predikat[i])])"
            for c in r.components { line += "," + (c[i] == Results.absent ? "" : FixedPoint.text(c[i], decimals: d.componentPublishing.decimals)) }
            out += line + "\n"
        }
        out += "C," + r.componentIDs.joined(separator: ",") + "\n"
        for i in 0..<r.count where r.statuses[i] != .ranked {
            out += "\(r.statuses[i] == .unscored ? "U" : "X"),\(record.evidence.population.nips[i]),\(r.reasonNames[Int(r.reasons[i])])\n"
        }
        for reject in record.rejects {
            out += "R,\(record.files[Int(reject.file)].path),\(reject.line),\(record.faults[Int(reject.file)][Int(reject.fault)].label)\n"
        }
        for f in record.files {
            out += "B,\(f.path),\(f.read),\(f.count(.used)),\(f.count(.rejected)),\(f.count(.excluded)),\(f.count(.superseded)),\(f.setAside),\(f.lines.map { "\($0.isBalanced) \($0)" } ?? "xml")\n"
        }
        for f in record.findings { out += "F,\(f.code.rawValue),\(f.location),\(f.message)\n" }
        out += "P,\(record.persons)\n"
        return out
    }
}
