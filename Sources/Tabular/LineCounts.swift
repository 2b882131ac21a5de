/// Physical lines of a file that belong to no record, by what they are instead.
///
/// With the lines that the records span they add up to all lines of the file: the balance that the
/// control sheet shows.
package struct LineCounts: Sendable, Hashable {
    package var preamble = 0
    package var header = 0
    package var blank = 0
    package var footer = 0

    package init() {}

    package var total: Int { preamble + header + blank + footer }
}
