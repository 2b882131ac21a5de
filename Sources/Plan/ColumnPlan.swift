package import Definition
package import Diagnostics
package import Spelling

/// How one column of a source becomes typed values, and what is asked of it.
package struct ColumnPlan: Sendable {
    /// Where a value must be known.
    package enum Reference: Sendable {
        case people
        case table(ReferenceTable)
    }

    /// How the bytes are read.
    package enum Parser: Sendable {
        /// `old`: Numbers of nine digits that stand for a NIP.
        case nip(isAnatomy: Bool, isClean: Bool, old: OldNIPTable?)
        case text(alias: SpellingTable?, kept: [String])
        case number(NumberSyntax)
        case rating(RatingScale)
        case date([DateForm])
        case month([MonthForm])
        case flag(SpellingTable)
        case golongan
    }

    package let name: String
    /// The heading in the export (or the capture's name), as rejects print it.
    package let heading: String
    package let type: ValueType
    package let parser: Parser
    /// A value is the stored integer divided by this.
    package let denominator: Int64
    /// Blanks around a value do not count.
    package let isTrimmed: Bool
    package let nulls: SpellingTable?
    package let longestNull: Int
    /// Whether a spelling of "no value" could be taken for a number.
    package let hasDigitsInNulls: Bool
    /// The fault of an absent value; `nil` when it may be absent.
    package let missingFault: Int32?
    package let typeFault: Int32
    /// Of columns of NIPs.
    package let nipFaults: NIPFaults?
    /// The fault of a cell of a sheet that is no value; `nil` where the source is no sheet.
    package let cellFault: Int32?
    /// The fault of a number off its declared scale; else the type's.
    package let scaleFault: Int32
    package let reference: Reference?
    package let referenceFault: Int32
    package let checks: [Check]
}

/// One rule of a column, ready to be asked of every row.
package struct Check: Sendable {
    package enum Test: Sendable {
        /// Stored integers, inclusive.
        case range(min: Int64, max: Int64)
        case forbidden([Int64])
        case forbiddenText(SpellingTable)
        case oneOf([Int64])
        case oneOfText(SpellingTable)
        case pattern([BytePattern])
        case required
        case months(Set<Int>)
        /// First and last stored value: days for dates, month indexes for months.
        case within(first: Int64, last: Int64)
        case people
        case known(ReferenceTable, narrowed: [Bool]?)
        case compare(RuleDefinition.Comparison, other: Int)
        case nipPart(RuleDefinition.NIPPart, nip: Int)
        /// A NIP that does not end in 000, as one does of which a spreadsheet kept fifteen digits.
        case wholeNIP
    }

    package let test: Test
    package let condition: RowCondition?
    package let fault: Int32
}

/// A fault that rows of a source can have: its code, how the region calls it, where it lies.
package struct FaultDescriptor: Sendable, Hashable {
    package let code: String
    /// The region's own code, or the fault's name.
    package let label: String
    /// Column of the plan; `nil` for the whole row.
    package let column: Int?
    package let expected: Wording
    package let isOwnCode: Bool
}
