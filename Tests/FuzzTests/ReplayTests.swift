import FuzzTargets
import TestSupport
import Testing

@Suite("Fuzzing")
struct ReplayTests {
    /// Inputs that each seed becomes; `scripts/fuzz` goes on from there.
    private static let mutations = 12
    /// Seeds above this are mutated less: the time of a target is that of its bytes.
    private static let bytesPerSeed = 20_000

    @Test(
        "Seeds and former findings keep what each target promises", arguments: FuzzTarget.allCases)
    func replays(_ target: FuzzTarget) throws {
        let seeds = try Self.inputs(of: target)
        #expect(seeds.count >= 4)
        for (name, bytes) in seeds {
            #expect(throws: Never.self, "\(name)") { try target.run(bytes) }
        }
    }

    @Test("Inputs made by chance from the seeds keep it too", arguments: FuzzTarget.allCases)
    func mutates(_ target: FuzzTarget) throws {
        let seeds = try Self.inputs(of: target)
        for (number, seed) in seeds.enumerated() {
            let count = min(Self.mutations, Self.bytesPerSeed / max(1, seed.bytes.count) + 1)
            for round in 0..<count {
                var random = SplitMix64(seed: UInt64(number) << 32 | UInt64(round))
                let other = seeds.randomElement(using: &random)?.bytes ?? []
                let bytes = Mutation.of(seed.bytes, other, &random)
                #expect(throws: Never.self, "\(seed.name) round \(round): \(bytes)") {
                    try target.run(bytes)
                }
            }
        }
    }

    @Test("Nothing at all and a single byte are inputs like others", arguments: FuzzTarget.allCases)
    func takesLittle(_ target: FuzzTarget) {
        for bytes in [[]] + stride(from: 0, to: 256, by: 17).map({ [UInt8($0)] }) {
            #expect(throws: Never.self, "\(bytes)") { try target.run(bytes) }
        }
    }

    private static func inputs(
        of target: FuzzTarget
    ) throws -> [(name: String, bytes: [UInt8])] {
        try ["Corpus", "Cases"].flatMap { folder in
            let path = Repository.path("Fuzzing/\(folder)/\(target.rawValue)")
            return try Disk.names(in: path).map { ($0, try Disk.read("\(path)/\($0)")) }
        }
    }
}
