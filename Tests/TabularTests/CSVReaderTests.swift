import Batches
import Tabular
import Testing

@Suite("CSVReader")
struct CSVReaderTests {
    private static let chunks = [1, 2, 3, 7, 64, 1 << 20]

    /// Rows as `line+lines fault a|b`, which is quick to write by hand.
    private func rows(_ seen: SeenFile) -> [String] {
        seen.rows.map { row in
            let fields = row.fields.map { $0 ?? "-" }.joined(separator: "|")
            return "\(row.line)+\(row.lineCount) \(row.fault) \(fields)"
        }
    }

    @Test(
        "Records, faults and lines are those that the rules give",
        arguments: [
            ("a,b\n1,2\n3,4\n", ["2+1 none 1|2", "3+1 none 3|4"]),
            ("a,b\n1,2\n3,4", ["2+1 none 1|2", "3+1 none 3|4"]),
            ("a,b\r\n1,2\r\n3,4\r\n", ["2+1 none 1|2", "3+1 none 3|4"]),
            ("a,b\r1,2\r3,4\r", ["2+1 none 1|2", "3+1 none 3|4"]),
            // Every line end doubled to CR CR LF: no row twice, the blank lines counted.
            ("a,b\r\r\n1,2\r\r\n3,4\r\r\n", ["3+1 none 1|2", "5+1 none 3|4"]),
            ("a,b\n\"1\n2\",3\n4,5\n", ["2+2 none 1\n2|3", "4+1 none 4|5"]),
            ("a,b\n\"x \"\"y\"\"\",\"\"\n", ["2+1 none x \"\"y\"\"|"]),
            ("a,b\nx \"y\",z\"\n", ["2+1 none x \"y\"|z\""]),
            // A stray byte after the closing quote loses that line alone.
            ("a,b\n\"1\"2,3\n4,5\n", ["2+1 quoting -|-", "3+1 none 4|5"]),
            ("a,b\n\"1,2\n3,4\n5,6\n", ["2+1 quoting -|-", "3+1 none 3|4", "4+1 none 5|6"]),
            ("a,b\n\"1\n2\"\n3,4\n", ["2+1 cellCount -|-", "3+1 cellCount -|-", "4+1 none 3|4"]),
            ("a,b\n1\n1,2,3\n,\n", ["2+1 cellCount -|-", "3+1 cellCount -|-", "4+1 none |"]),
            ("a,b\n\n1,2\n\n\n3,4\n", ["3+1 none 1|2", "6+1 none 3|4"]),
            ("a,b\n", []),
            ("a,b", []),
            ("\"a\nx\",b\n1,2\n", ["3+1 none 1|2"]),
        ])
    func readsByTheRules(_ file: String, _ expected: [String]) throws {
        for chunk in CSVReaderTests.chunks {
            let seen = try SeenFile(Array(file.utf8), dialect: CSVDialect(), chunk: chunk)
            #expect(rows(seen) == expected, "chunk \(chunk)")
            #expect(seen.lines == ReferenceReader.lines(of: file).count, "chunk \(chunk)")
        }
    }

    @Test("A one-column file's blank lines are blank, not empty cells")
    func blankInOneColumn() throws {
        let file = Array("a\n\n\"\"\n".utf8)
        let skipping = try SeenFile(file, dialect: CSVDialect(), chunk: 7)
        #expect(rows(skipping) == ["3+1 none "])
        #expect(skipping.counts.blank == 1)
        let rejecting = try SeenFile(file, dialect: CSVDialect(blankLines: .reject), chunk: 7)
        #expect(rows(rejecting) == ["2+1 blank -", "3+1 none "])
        #expect(rejecting.counts.blank == 0)
    }

    @Test("A survey export with titles, totals and legend gives its respondents only")
    func readsSurvey() throws {
        let file =
            "\u{FEFF}SURVEI KEPUASAN\r\nUnit: Contoh\r\n\r\nNO. RESP,U1,U2\r\n1,4,3\r\n"
            + "2,3,3\r\n\r\nΣNilai/Unsur,7,6\r\n\r\nKeterangan Unsur:\r\nU1,\"Syarat, mudah?\"\r\n"
        let dialect = CSVDialect(preambleLines: 3, footerPrefix: Array("ΣNilai".utf8))
        for chunk in CSVReaderTests.chunks {
            let seen = try SeenFile(Array(file.utf8), dialect: dialect, chunk: chunk)
            #expect(seen.header == ["NO. RESP", "U1", "U2"])
            #expect(rows(seen) == ["5+1 none 1|4|3", "6+1 none 2|3|3"])
            var counts = LineCounts()
            counts.preamble = 3
            counts.header = 1
            counts.blank = 1
            counts.footer = 4
            #expect(seen.counts == counts)
            #expect(seen.lines == 11)
        }
    }

    @Test("The layout says where header and records are")
    func layout() throws {
        var file = Array("\u{FEFF}title\n\n\" a \",\u{A0}b\t\n1,2\n".utf8)
        var reader = CSVReader(dialect: CSVDialect(preambleLines: 1), chunkBytes: 5) { output in
            output.append(contentsOf: file)
            file = []
            return false
        }
        let layout = try #require(try reader.readHeader())
        #expect(layout.header == ["a", "b"])
        #expect(layout.headerLine == 3)
        #expect(layout.linesConsumed == 3)
        // title LF LF, then `" a ",` + no-break space of two bytes + `b` TAB LF.
        #expect(layout.firstRecordOffset == 7 + 6 + 5)
        let batch = try #require(try reader.next(cells: [0, 1]))
        #expect(batch.byteOffset == 18)
        #expect(try reader.next(cells: [0, 1]) == nil)
    }

    @Test(
        "A file without a header has no layout, and its lines are counted all the same",
        arguments: [("", 0, 0, 0), ("\u{FEFF}", 0, 0, 0), ("x\ny", 5, 2, 0), ("x\n\n\n", 1, 1, 2)])
    func hasNoHeader(_ file: String, _ preamble: Int, _ counted: Int, _ blank: Int) throws {
        for chunk in CSVReaderTests.chunks {
            let seen = try SeenFile(
                Array(file.utf8), dialect: CSVDialect(preambleLines: preamble), chunk: chunk)
            #expect(seen.header == nil)
            #expect(seen.counts.preamble == counted)
            #expect(seen.counts.blank == blank)
        }
    }

    @Test(
        "A header that cannot be read is refused with its kind",
        arguments: [
            ("\"a\"x,b\n1,2\n", TextFailure.Kind.headerQuoting),
            ("\"a,b\n1,2\n", .headerQuoting),
            (String(repeating: "a", count: 101) + "\n", .headerTooLong),
            (String(repeating: "a", count: 9_000) + "\n1\n", .headerTooLong),
        ])
    func refusesHeader(_ file: String, _ kind: TextFailure.Kind) {
        for chunk in CSVReaderTests.chunks {
            #expect(throws: TextFailure(kind: kind, byteOffset: 0)) {
                try SeenFile(
                    Array(file.utf8), dialect: CSVDialect(recordBytes: 100), chunk: chunk)
            }
        }
    }

    @Test("A header with bytes that are no text is refused")
    func refusesHeaderEncoding() {
        #expect(throws: TextFailure(kind: .headerEncoding, byteOffset: 0)) {
            try SeenFile([0x61, 0xFF, 0x0A], dialect: CSVDialect(), chunk: 2)
        }
    }

    @Test("Bytes that are no UTF-8 fault their own record only")
    func faultsEncoding() throws {
        // `é`, a cut sequence, a surrogate, an overlong slash, a lone continuation in a quoted
        // field.
        let bodies: [[UInt8]] = [
            [0xC3, 0xA9], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
            [0x22, 0x0A, 0x80, 0x22], [0x7A],
        ]
        var file = Array("a,b\n".utf8)
        for body in bodies { file += body + Array(",1\n".utf8) }
        for chunk in CSVReaderTests.chunks {
            let seen = try SeenFile(file, dialect: CSVDialect(), chunk: chunk)
            #expect(
                rows(seen) == [
                    "2+1 none é|1", "3+1 encoding -|-", "4+1 encoding -|-", "5+1 encoding -|-",
                    "6+2 encoding -|-", "8+1 none z|1",
                ], "chunk \(chunk)")
        }
    }

    @Test("A hundred thousand rows lose one to a stray opening quote")
    func losesOneRow() throws {
        let file = "a,b\n\"x,1\n" + String(repeating: "y,2\n", count: 99_999)
        let seen = try SeenFile(Array(file.utf8), dialect: CSVDialect(), chunk: 1 << 16)
        #expect(seen.rows.count == 100_000)
        #expect(seen.rows.filter { $0.fault == .none }.count == 99_999)
        #expect(seen.rows.first?.fault == .tooManyLines)
        #expect(seen.rows.first?.lineCount == 1)
    }

    @Test("A hundred thousand rows that all open a quote are each a fault of one line")
    func faultsEachRow() throws {
        let file = "a,b\n" + String(repeating: "\"x\"1,1\n", count: 100_000)
        let seen = try SeenFile(Array(file.utf8), dialect: CSVDialect(), chunk: 1 << 16)
        #expect(seen.rows.count == 100_000)
        #expect(seen.rows.allSatisfy { $0.fault == .quoting && $0.lineCount == 1 })
    }

    @Test("A line without end needs no memory for its length")
    func skipsLongLine() throws {
        let limit = 1_000
        var pieces: [[UInt8]] = [Array("a,b\n1,2\n".utf8)]
        pieces += Array(repeating: Array(repeating: 0x78, count: 500), count: 400)
        pieces.append(Array("\r\n3,4\n".utf8))
        var piece = 0
        var longest = 0
        var seen: [SeenRow] = []
        var reader = CSVReader(dialect: CSVDialect(recordBytes: limit), chunkBytes: 100) { output in
            output.append(contentsOf: pieces[piece])
            piece += 1
            return piece < pieces.count
        }
        var lines = try #require(try reader.readHeader()).linesConsumed
        while let batch = try reader.next(cells: [0, 1]) {
            longest = max(longest, batch.bytes.count)
            seen += SeenFile.rows(of: batch, linesBefore: lines)
            lines += batch.lineCount
        }
        #expect(seen.map(\.fault) == [.none, .tooLong, .none])
        #expect(seen.map(\.line) == [2, 3, 4])
        #expect(seen.map(\.text) == ["1,2", String(repeating: "x", count: limit), "3,4"])
        #expect(longest < 4 * limit)
    }

    @Test("Each batch's place is that of its bytes in the decoded file, and zeros follow its text")
    func placesBatches() throws {
        let text = "a,b\n" + (0..<200).map { "row\($0),\"\n\"\n" }.joined()
        let file = Array(text.utf8)
        for chunk in [1, 5, 64, 1_000] {
            var place = 0
            var reader = CSVReader(dialect: CSVDialect(), chunkBytes: chunk) { output in
                let end = min(place + chunk, file.count)
                output.append(contentsOf: file[place..<end])
                place = end
                return place < file.count
            }
            var next = try #require(try reader.readHeader()).firstRecordOffset
            while let batch = try reader.next(cells: [1]) {
                #expect(batch.byteOffset == next)
                next += batch.textLength
                #expect(
                    batch.bytes[..<batch.textLength]
                        == file[batch.byteOffset..<batch.byteOffset + batch.textLength])
                #expect(batch.bytes.count == batch.textLength + RawBatch.padding)
                #expect(batch.bytes[batch.textLength...].allSatisfy { $0 == 0 })
                #expect(batch.fields.count == batch.rows.count)
            }
            #expect(next == file.count)
        }
    }

    @Test("Columns come in plan order, may share a cell, and may be absent")
    func ordersColumns() throws {
        var file = Array("a,b,c\n1,2,3\n".utf8)
        var reader = CSVReader(dialect: CSVDialect()) { output in
            output.append(contentsOf: file)
            file = []
            return false
        }
        _ = try reader.readHeader()
        let batch = try #require(try reader.next(cells: [2, 0, -1, 2]))
        #expect(SeenFile.rows(of: batch, linesBefore: 1).first?.fields == ["3", "1", nil, "3"])
    }

    @Test("Empty cells that a spreadsheet left behind are ignored where the source says so")
    func ignoresTrailingDelimiters() throws {
        let file = Array("a,b,,\n1,2,\n3,4,,,,\n5,6,x\n7\n8,9\n".utf8)
        let lenient = try SeenFile(file, dialect: CSVDialect(trailingDelimiters: true), chunk: 3)
        #expect(lenient.header == ["a", "b"])
        #expect(
            rows(lenient) == [
                "2+1 none 1|2", "3+1 none 3|4", "4+1 cellCount -|-", "5+1 cellCount -|-",
                "6+1 none 8|9",
            ])
        let strict = try SeenFile(file, dialect: CSVDialect(), chunk: 3)
        #expect(strict.header == ["a", "b", "", ""])
        #expect(strict.rows.allSatisfy { $0.fault == .cellCount })
    }

    @Test("An error of the closure ends the reading")
    func passesErrorsOn() {
        var reader = CSVReader(dialect: CSVDialect()) { _ in
            throw TextFailure(kind: .cut, byteOffset: 7)
        }
        var caught: TextFailure?
        do { _ = try reader.readHeader() } catch { caught = error as? TextFailure }
        #expect(caught == TextFailure(kind: .cut, byteOffset: 7))
    }
}
