internal import Glibc

/// Memory that is written to its end, grows, and is used again after it has been emptied.
///
/// An array in its place would ask for every byte of text whether it is alone with its memory.
@safe
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    private var start: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        unsafe start = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe start.deallocate()
    }

    /// Makes the buffer longer.
    ///
    /// - Returns: Where the new elements are to be written, valid until the buffer changes.
    @inline(__always)
    mutating func extend(by more: Int) -> UnsafeMutablePointer<Element> {
        if count &+ more > capacity { grow(for: more) }
        let end = unsafe start + count
        count &+= more
        return unsafe end
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        unsafe extend(by: 1).initialize(to: element)
    }

    @inline(__always)
    mutating func append(_ elements: UnsafeBufferPointer<Element>) {
        guard let source = elements.baseAddress else { return }
        unsafe extend(by: elements.count).update(from: source, count: elements.count)
    }

    /// Appends elements that are in the buffer already.
    mutating func appendAgain(from place: Int, count: Int) {
        precondition(place >= 0 && place + count <= self.count)
        let end = unsafe extend(by: count)
        unsafe end.update(from: start + place, count: count)
    }

    /// Drops the first elements; the others move to the front.
    mutating func removeFirst(_ gone: Int) {
        precondition(gone <= count)
        unsafe memmove(start, start + gone, (count - gone) * MemoryLayout<Element>.stride)
        count -= gone
    }

    /// The first elements, and behind them some more of one value.
    func array(first: Int, padding: Int, of filler: Element) -> [Element] {
        precondition(first <= count)
        return unsafe Array(unsafeUninitializedCapacity: first + padding) { target, filled in
            guard let base = target.baseAddress else { return }
            unsafe base.update(from: start, count: first)
            unsafe (base + first).update(repeating: filler, count: padding)
            filled = first + padding
        }
    }

    private mutating func grow(for more: Int) {
        let larger = max(capacity * 2, count + more)
        let fresh = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        unsafe fresh.update(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = unsafe fresh
        capacity = larger
    }
}
