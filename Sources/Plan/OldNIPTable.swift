internal import CivilService
internal import Spelling

/// The 9-digit numbers that people had before 2009, as the register states them, to the NIP of today.
///
/// Only what the register says counts: no digit of an old number is in the new one. A number that two people state
/// belongs to neither.
package struct OldNIPTable: Sendable {
    /// What an old number is known to be.
    package enum Entry: Sendable, Hashable {
        case unknown
        /// Two people of the register state it.
        case ambiguous
        case nip(UInt64)
    }

    /// By old number; 0 for one that two people state.
    private var nips: [UInt32: UInt64] = [:]

    package init() {}

    package var isEmpty: Bool { nips.isEmpty }

    /// Takes a register row's statement; what is not nine digits is none.
    package mutating func add(_ old: Span<UInt8>, of nip: UInt64) {
        guard let number = Self.number(of: old) else { return }
        if let known = nips[number], known != nip {
            nips[number] = 0
        } else {
            nips[number] = nip
        }
    }

    package func entry(_ number: UInt32) -> Entry {
        switch nips[number] {
        case nil: .unknown
        case 0: .ambiguous
        case let nip?: .nip(nip)
        }
    }

    /// The old number that a text spells, dirt around it taken off as from a NIP; `nil` when it is none.
    package static func number(of text: Span<UInt8>) -> UInt32? {
        if let number = digits(text) { return number }
        var clean: [UInt8] = []
        guard NIPSpelling.clean(text, into: &clean) else { return nil }
        return digits(clean.span)
    }

    private static func digits(_ text: Span<UInt8>) -> UInt32? {
        guard text.count == 9 else { return nil }
        return DigitRun.value(of: text, 0..<9).map { UInt32($0) }
    }
}
