package import Archiving
package import Markup

/// A workbook or HTML table that cannot be read, so that the whole file is refused.
package enum WorkbookFailure: Error, Sendable {
    case archive(ZipFailure)
    /// A part of the archive that is not well-formed.
    case markup(part: String, XMLFailure)
    /// A part that contradicts itself or another.
    case damaged(part: String, detail: String)
    /// More of something than is allowed.
    case tooLarge(detail: String)
    /// The sheet or table that was asked for is not there.
    case noSheet(detail: String)
}

extension WorkbookFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .archive(let failure): failure.description
        case .markup(let part, let failure): "\(part): \(failure)"
        case .damaged(let part, let detail): "\(part): \(detail)"
        case .tooLarge(let detail): detail
        case .noSheet(let detail): detail
        }
    }
}
