internal import Glibc

/// Finds a byte at the speed of memory.
enum ByteSearch {
    static func first(_ byte: UInt8, in text: Span<UInt8>) -> Int? {
        unsafe text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress,
                let found = unsafe memchr(start, Int32(byte), buffer.count)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
        }
    }

    static func contains(_ byte: UInt8, in text: [UInt8]) -> Bool {
        first(byte, in: text.span) != nil
    }
}
