internal import CZlib

/// Deflated bytes without any frame around them, whose unpacked size is known beforehand.
enum RawInflate {
    /// Unpacks into exactly `size` bytes; one byte more or less, or bytes left over, is a fault.
    static func unpack(
        _ packed: ArraySlice<UInt8>, size: Int
    ) -> Result<[UInt8], ZipFailure.Kind> {
        var stream = unsafe z_stream()
        let isReady = unsafe inflateInit2_(
            &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard isReady == Z_OK else { return .failure(.outOfMemory) }
        defer { unsafe inflateEnd(&stream) }
        var status = Z_DATA_ERROR
        // One byte more than stated, so that zlib always has room to reach the end.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
            unsafe packed.withUnsafeBufferPointer { source in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                status = unsafe inflate(&stream, Z_FINISH)
            }
            count = unsafe Int(stream.total_out)
        }
        guard status == Z_STREAM_END, bytes.count == size, unsafe stream.avail_in == 0 else {
            return .failure(status == Z_MEM_ERROR ? .outOfMemory : .corrupt)
        }
        return .success(bytes)
    }

    /// CRC-32 of the bytes.
    static func checksum(of bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe Int(crc32_z(0, buffer.baseAddress, buffer.count))
        }
    }
}

extension ZipFailure.Kind: Error {}
