import Markup
import Testing

/// Where fields stand, and which names they have, however the document happens to lie in memory.
@Suite("Places and names of fields")
struct XMLPlaceTests {
    @Test(
        "A character counts once and a line end begins a line, at any distance from a tag",
        arguments: ["", "é", "中", "😀", "\n", "\r\n", "\u{7f}", "\t"])
    func countsAnywhere(special: String) throws {
        let isLineEnd = special == "\n" || special == "\r\n"
        for before in 0...17 {
            for after in 0...17 {
                let (front, back) = (
                    String(repeating: "x", count: before), String(repeating: "y", count: after)
                )
                let reading = try Reading(
                    Array("<a><b>\(front)\(special)\(back)<k>1</k></b></a>".utf8),
                    record: "/a/b", fields: ["k"])
                try #require(reading.records.count == 1)
                // <b> ends with column 6.
                let column = 7 + before + special.unicodeScalars.count + after
                let place = isLineEnd ? "2:\(after + 1)" : "1:\(column)"
                #expect(reading.records[0].places == [place], "\(before), \(after)")
                #expect(reading.records[0].place == "1:4")
            }
        }
    }

    @Test(
        "A tag begins at its '<', whatever else it holds",
        arguments: [
            "<k>", "<k >", "<k\n>", "<k x='1'>", "<p:k xmlns:p='urn:p'>", "<k x='k'>",
            "<k x = 'a > k'\n >",
        ])
    func findsTags(tag: String) throws {
        let end = tag.hasPrefix("<p:") ? "</p:k>" : "</k>"
        let reading = try Reading(
            Array("<a>\n<b>é<k2/>\(tag)1\(end)</b></a>".utf8), record: "/a/b", fields: ["k"])
        #expect(reading.failure == nil)
        #expect(reading.records.map(\.values) == [["1"]])
        #expect(reading.records.map(\.places) == [["2:10"]])
    }

    @Test("A name is the same with any prefix, as an element or an attribute, early or late")
    func knowsNames() throws {
        var document = "<a xmlns:p='urn:p' xmlns:q='urn:q'>"
        // Enough names that the parser has to enlarge its dictionary several times.
        for number in 0..<20_000 {
            document += number.isMultiple(of: 2) ? "<b><p:k>\(number)</p:k>" : "<b k='\(number)'>"
            document += "<x\(number) y\(number)=''/></b>"
        }
        let reading = try Reading(
            Array((document + "</a>").utf8), record: "/a/b", fields: ["k", "@k"])
        #expect(reading.failure == nil)
        #expect(reading.records.count == 20_000)
        for (number, record) in reading.records.enumerated() {
            let isElement = number.isMultiple(of: 2)
            #expect(
                record.values == [isElement ? "\(number)" : nil, isElement ? nil : "\(number)"])
            #expect(record.unknown == 1)
        }
    }

    @Test("Children are found in any order, also when the order changes")
    func findsInAnyOrder() throws {
        let orders = ["klm", "mlk", "lkm", "lmk", "mkl", "kml", "m", "", "lk", "kk"]
        let records = orders.map { order in
            "<b>" + order.map { "<\($0)>\($0)</\($0)>" }.joined() + "</b>"
        }
        let reading = try Reading(
            Array("<a>\(records.joined())</a>".utf8), record: "/a/b", fields: ["k", "l", "m"])
        for (order, record) in zip(orders, reading.records) {
            let expected = ["k", "l", "m"].map { (name: String) -> String? in
                order.contains(name) ? name : nil
            }
            #expect(record.values == expected, "\(order)")
            let repeated: UInt16 = order == "kk" ? 1 : 0
            #expect(record.repeated == repeated, "\(order)")
        }
        #expect(reading.records.count == orders.count)
    }

    @Test("A field without a path keeps its place and is never there")
    func keepsPlaces() throws {
        let paths = try XMLRecordPaths(record: "/a/b", fields: ["k", nil, "k", nil])
        #expect(paths.fieldCount == 4)
        #expect(paths.pathCount == 2)
        let reader = try XMLRecordReader(paths: paths)
        try reader.push(Array("<a><b><k>1</k></b><b/></a>".utf8).span)
        try reader.finish()
        #expect(reader.completeRows == 2)
        #expect(reader.completeTextBytes == 1)
        let taken = reader.take(padding: 3)
        #expect(taken.text == [0x31, 0, 0, 0])
        #expect((0..<8).map { taken.value($0) } == ["1", nil, "1", nil, nil, nil, nil, nil])
        // The first <b> begins at column 4, its <k> at 7, the second <b> at 19.
        let line = UInt64(1) << 32
        #expect(taken.places == [line | 7, 0, line | 7, 0, line | 19, 0, line | 19, 0])
        #expect(taken.rows.map(\.presentFields) == [2, 0])
        #expect(reader.completeRows == 0)
        #expect(reader.completeTextBytes == 0)
    }
}
