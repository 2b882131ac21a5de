import Batches
import Testing

@Suite("FieldSlice")
struct FieldSliceTests {
    @Test("The escape mark does not change the count", arguments: [0, 1, 1_048_576, 0x7FFF_FFFF])
    func markIsApart(_ count: Int) {
        let plain = FieldSlice(offset: 7, count: count)
        let marked = FieldSlice(offset: 7, count: count, isEscaped: true)
        #expect(plain.count == count && marked.count == count)
        #expect(!plain.isEscaped && marked.isEscaped)
        #expect(marked.length == UInt32(count) + 0x8000_0000)
    }

    @Test("A field takes eight bytes, a row origin twenty-four")
    func sizes() {
        #expect(MemoryLayout<FieldSlice>.stride == 8)
        #expect(MemoryLayout<RowOrigin>.stride == 24)
    }
}
