internal import Archiving
internal import Diagnostics
internal import PayFiles
internal import TestSupport
internal import Testing

@Suite("No change of the rows is missed")
struct RowMutationTests {
    private let lines: [[UInt8]]

    init() throws {
        // One record a line, so that lines can be moved.
        let names = SampleFile.names.filter { !$0.contains("\n") }
        let documents = try SampleFile.documents(SampleFile.file(names: names))
        lines = documents[0].bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }

    private func isFound(_ lines: [[UInt8]]) -> Bool {
        var check = RowCheck(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, path: "r.csv")
        do {
            _ = try check.content()
            return false
        } catch {
            return true
        }
    }

    /// The hash of the last line made anew: what somebody would do who wants the change to pass.
    private func rehashed(_ lines: [[UInt8]]) -> [[UInt8]] {
        var bytes = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
        bytes.removeLast(65)
        var last = lines[lines.count - 1]
        last.replaceSubrange((last.count - 64)..., with: "\(Checksum.of(bytes.span))".utf8)
        return lines.dropLast() + [last]
    }

    private func moved() -> [[[UInt8]]] {
        var mutants: [[[UInt8]]] = []
        for place in lines.indices {
            var dropped = lines
            dropped.remove(at: place)
            mutants.append(dropped)
            var doubled = lines
            doubled.insert(lines[place], at: place)
            mutants.append(doubled)
            for other in lines.indices.dropFirst(place + 1) {
                var swapped = lines
                swapped.swapAt(place, other)
                mutants.append(swapped)
            }
        }
        return mutants
    }

    @Test("Untouched, with its hash made anew, it holds")
    func untouched() {
        #expect(!isFound(lines))
        #expect(!isFound(rehashed(lines)))
    }

    @Test("Each of 189 lines dropped, doubled or swapped is found, with the hash made anew too")
    func linesMoved() {
        let mutants = moved()
        #expect(mutants.count == 189)
        for (number, mutant) in mutants.enumerated() {
            #expect(isFound(mutant), "mutant \(number)")
            guard mutant.last == lines.last else { continue }
            #expect(isFound(rehashed(mutant)), "mutant \(number), hashed anew")
        }
    }

    @Test("Every byte changed, one at a time, is found")
    func bytes() {
        for line in lines.indices {
            for place in lines[line].indices {
                var mutant = lines
                mutant[line][place] ^= 1
                #expect(isFound(mutant), "line \(line + 1), byte \(place + 1)")
            }
        }
    }

    @Test("Every digit of NIP, month and amounts changed is found although the hash is made anew")
    func digits() {
        var count = 0
        for line in lines.indices.dropFirst().dropLast() {
            // Person and month stand before the first comma, amounts behind the kind.
            let text = lines[line]
            let kind = Array(",2025-0".utf8)
            let start =
                text.indices.last { text[$0...].starts(with: kind) } ?? text.startIndex
            let end = text.firstRange(of: Array(",9a41".utf8))?.lowerBound ?? text.endIndex
            let head = text.startIndex..<(text.firstIndex(of: UInt8(ascii: ",")) ?? 0) + 19
            for place in Array(head) + Array(start..<end)
            where (0x30...0x39).contains(text[place]) {
                var mutant = lines
                mutant[line][place] = text[place] == 0x39 ? 0x30 : text[place] + 1
                #expect(isFound(rehashed(mutant)), "line \(line + 1), byte \(place + 1)")
                count += 1
            }
        }
        #expect(count > 1000)
    }

    @Test("A cell cut from a record, CRLF, a quote too many, no last line end: each is found")
    func forms() {
        let text = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
        var mutants = [Array(text.dropLast()), text + [0x0A], [0xEF, 0xBB, 0xBF] + text, []]
        mutants.append(text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
        mutants.append(Array(text.prefix(text.count / 2)))
        for (number, mutant) in mutants.enumerated() {
            var check = RowCheck(mutant, path: "r.csv")
            #expect(throws: (any Error).self, "form \(number)") { try check.content() }
        }
    }

    @Test("A row's sum, a person below 0 and a row twice are named with their line, the NIP masked")
    func messages() throws {
        var mutant = lines
        mutant.insert(lines[1], at: 2)
        var check = RowCheck(
            rehashed(mutant).flatMap { $0 + [UInt8(ascii: "\n")] }, path: "r.csv")
        do {
            _ = try check.content()
            Issue.record("a row twice passed")
        } catch {
            let texts = error.diagnostics.map { "\($0.location.line): \($0.message)" }
            #expect(texts.contains("3: 19800101********** has 2025-03 twice"))
            #expect(!texts.joined().contains("\(SampleFile.nip(1))"))
        }
    }
}
