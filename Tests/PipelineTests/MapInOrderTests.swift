import Pipeline
import Synchronization
import Testing

@Suite("mapInOrder")
struct MapInOrderTests {
    private struct Refusal: Error, Equatable { let item: Int }

    /// Work that differs from item to item, so that later items may be done first.
    private static func work(_ item: Int) -> Int {
        var value = UInt64(item)
        for _ in 0..<((item * 7919) % 13) * 200 {
            value = value &* 6_364_136_223_846_793_005 &+ 1
        }
        return value == 0 && item > 0 ? -1 : item * item
    }

    @Test("Results come in the order of the items, whatever the window", arguments: [1, 2, 7, 64])
    func keepsOrder(window: Int) async throws {
        var source = (0..<500).makeIterator()
        var results: [Int] = []
        await mapInOrder(
            window: window, next: { source.next() }, transform: { Self.work($0) },
            emit: { results.append($0) })
        #expect(results == (0..<500).map { $0 * $0 })
    }

    @Test("Between source and emit are never more items than the window", arguments: [1, 2, 7, 64])
    func boundsWindow(window: Int) async throws {
        var (taken, emitted, most) = (0, 0, 0)
        await mapInOrder(
            window: window,
            next: { () -> Int? in
                guard taken < 300 else { return nil }
                taken += 1
                most = max(most, taken - emitted)
                return taken
            },
            transform: { Self.work($0) },
            emit: { _ in emitted += 1 })
        #expect(emitted == 300)
        // The first fill takes the whole window, and nothing ever takes more.
        #expect(most == window)
    }

    @Test("No item, no result")
    func acceptsNothing() async {
        var count = 0
        await mapInOrder(
            window: 3, next: { () -> Int? in nil }, transform: { $0 }, emit: { _ in count += 1 })
        #expect(count == 0)
    }

    @Test("A failing source ends the work with its error", arguments: [1, 2, 7, 64])
    func propagatesNext(window: Int) async {
        var taken = 0
        var results: [Int] = []
        await #expect(throws: Refusal(item: 5)) {
            try await mapInOrder(
                window: window,
                next: { () throws(Refusal) -> Int? in
                    taken += 1
                    if taken == 5 { throw Refusal(item: 5) }
                    return taken
                },
                transform: { Self.work($0) },
                emit: { (value) throws(Refusal) in results.append(value) })
        }
        #expect(taken == 5)
        #expect(results == Array([1, 4, 9, 16].prefix(results.count)))
    }

    @Test("A failing consumer ends the work with its error", arguments: [1, 2, 7, 64])
    func propagatesEmit(window: Int) async {
        var taken = 0
        var results: [Int] = []
        await #expect(throws: Refusal(item: 9)) {
            try await mapInOrder(
                window: window,
                next: { () throws(Refusal) -> Int? in
                    taken += 1
                    return taken
                },
                transform: { Self.work($0) },
                emit: { (value) throws(Refusal) in
                    if value == 9 { throw Refusal(item: 9) }
                    results.append(value)
                })
        }
        #expect(results == [1, 4])
        #expect(taken <= 2 + window)
    }

    @Test("Every item is transformed once")
    func transformsOnce() async {
        let calls = Mutex([Int](repeating: 0, count: 100))
        var source = (0..<100).makeIterator()
        await mapInOrder(
            window: 7, next: { source.next() },
            transform: { item in calls.withLock { $0[item] += 1 } }, emit: { _ in })
        #expect(calls.withLock { $0 } == [Int](repeating: 1, count: 100))
    }
}
