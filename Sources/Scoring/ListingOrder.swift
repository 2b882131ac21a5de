internal import Evidence

/// Puts people into listing order: the order of ``RankComparison``, mostly without comparing.
///
/// As many keys as fit are packed into one word with the person's number, the first key highest,
/// and the words are sorted digit by digit. Only people whose words are equal are looked at again,
/// by the keys that did not fit. Keys that are not whole numbers are compared one by one.
struct ListingOrder {
    /// From here on a digit-wise sort is faster than one that compares.
    private static let leastForDigits = 1_024
    private static let digitBits: UInt64 = 11

    private(set) var people: [Int32]
    /// By place: whether the keys of the rank do not tell the person from the one before.
    private(set) var isTied: [Bool]
    private let comparison: RankComparison
    /// Bits of a word that hold the person.
    private let personBits: UInt64

    init(_ people: [Int32], _ comparison: RankComparison) {
        self.people = people
        self.comparison = comparison
        isTied = Array(repeating: comparison.rankingCount == 0, count: people.count)
        personBits = Self.width(UInt64(people.max() ?? 0))
    }

    mutating func sort() {
        sort(0..<people.count, from: 0)
    }

    /// People's keys in words.
    private struct Packed {
        var words: [UInt64]
        /// Bits of keys above those of the person.
        var bits: UInt64 = 0
        /// Of them the lowest, which do not decide the rank.
        var listingBits: UInt64 = 0
        /// The first key that is not wholly in the words.
        var next: Int
    }

    /// Sorts the people at these places, whom no earlier key tells apart.
    private mutating func sort(_ range: Range<Int>, from first: Int) {
        guard range.count > 1, first < comparison.keys.count else { return }
        let packed = packed(range, from: first)
        guard packed.bits > 0 || packed.next > first else {
            return compareAll(range, from: first)
        }
        let (words, bits) = (Self.sorted(packed, above: personBits), personBits)
        let ranking = comparison.rankingCount
        let decides = first < ranking && packed.next >= ranking
        var start = 0
        for place in 1...words.count {
            let isEnd = place == words.count
            let change = isEnd ? 0 : (words[place] ^ words[place - 1]) &>> bits
            if !isEnd {
                let isEqual = change &>> packed.listingBits == 0
                if decides, isEqual { isTied[range.lowerBound + place] = true }
                if change == 0 { continue }
            }
            let run = start..<place
            start = place
            for place in run {
                people[range.lowerBound + place] = Int32(
                    truncatingIfNeeded: words[place] & ((1 &<< bits) - 1))
            }
            if run.count > 1 {
                let offset = range.lowerBound
                sort(offset + run.lowerBound..<offset + run.upperBound, from: packed.next)
            }
        }
    }

    private mutating func compareAll(_ range: Range<Int>, from first: Int) {
        people[range].sort { comparison.precedes($0, $1, from: first) }
        guard first < comparison.rankingCount else { return }
        for place in range.dropFirst() {
            isTied[place] = comparison.areEqual(people[place - 1], people[place])
        }
    }

    // MARK: Packing

    private func packed(_ range: Range<Int>, from first: Int) -> Packed {
        var packed = Packed(words: Array(repeating: 0, count: range.count), next: first)
        while packed.next < comparison.keys.count {
            let (key, isDescending) = comparison.keys[packed.next]
            let isWhole: Bool
            switch key {
            case .figures(let figures):
                isWhole = pack(
                    figures, absent: Results.absent, isDescending, range, into: &packed)
            case .nips(let nips):
                isWhole = pack(nips, absent: nil, isDescending, range, into: &packed)
            case .exactFinals, .names: return finished(packed, range)
            }
            guard isWhole else { break }
            packed.next += 1
        }
        return finished(packed, range)
    }

    /// Puts the people below the keys.
    private func finished(_ packed: Packed, _ range: Range<Int>) -> Packed {
        var packed = packed
        for place in packed.words.indices {
            packed.words[place] =
                packed.words[place] &<< personBits
                | UInt64(truncatingIfNeeded: people[range.lowerBound + place])
        }
        return packed
    }

    /// Adds one key to the words; where nothing else is in them and it does not fit, its upper bits.
    ///
    /// `absent`: The value of those who have none; they come last.
    /// - Returns: Whether the key is in the words as a whole.
    private func pack<Value: FixedWidthInteger>(
        _ values: [Value], absent: Value?, _ isDescending: Bool, _ range: Range<Int>,
        into packed: inout Packed
    ) -> Bool {
        var (least, most) = (Value.max, Value.min)
        var hasAbsent = false
        for person in people[range] {
            let value = values[Int(person)]
            if value == absent {
                hasAbsent = true
            } else {
                least = min(least, value)
                most = max(most, value)
            }
        }
        // Nobody has a value: nothing to tell apart.
        if least > most { return true }
        let span = UInt64(truncatingIfNeeded: most &- least)
        // An absent figure is itself the least of 64 bits, so one more always fits.
        let width = Self.width(hasAbsent ? span + 1 : span)
        let room = 64 - personBits - packed.bits
        guard width <= room || packed.bits == 0 else { return false }
        let dropped = width > room ? width - room : 0
        for (place, person) in people[range].enumerated() {
            let value = values[Int(person)]
            let number =
                value == absent
                ? span + 1
                : UInt64(truncatingIfNeeded: isDescending ? most &- value : value &- least)
            packed.words[place] = packed.words[place] &<< (width - dropped) | number &>> dropped
        }
        packed.bits += width - dropped
        if packed.next >= comparison.rankingCount { packed.listingBits += width - dropped }
        return dropped == 0
    }

    private static func width(_ most: UInt64) -> UInt64 {
        UInt64(64 - most.leadingZeroBitCount)
    }

    // MARK: Sorting

    /// The words in ascending order of the bits above those of the person.
    private static func sorted(_ packed: Packed, above personBits: UInt64) -> [UInt64] {
        var words = packed.words
        guard words.count >= leastForDigits else {
            words.sort()
            return words
        }
        var other = [UInt64](repeating: 0, count: words.count)
        var starts = [Int](repeating: 0, count: 1 << Int(digitBits))
        var shift = personBits
        while shift < personBits + packed.bits {
            distribute(words, into: &other, by: shift, starts: &starts)
            swap(&words, &other)
            shift += digitBits
        }
        return words
    }

    /// Orders by one digit and leaves those that are equal in it as they were.
    private static func distribute(
        _ words: [UInt64], into sorted: inout [UInt64], by shift: UInt64, starts: inout [Int]
    ) {
        let mask = (UInt64(1) &<< digitBits) - 1
        for digit in starts.indices { starts[digit] = 0 }
        for word in words { starts[Int(word &>> shift & mask)] += 1 }
        var sum = 0
        for digit in starts.indices {
            let count = starts[digit]
            starts[digit] = sum
            sum += count
        }
        for word in words {
            let digit = Int(word &>> shift & mask)
            sorted[starts[digit]] = word
            starts[digit] += 1
        }
    }
}
