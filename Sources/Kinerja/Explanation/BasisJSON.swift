internal import CivilService
internal import Regulation

/// What a step rests on, as JSON of `explain` and `test`.
struct BasisJSON: Encodable {
    private let parameter: String
    private let value: String
    private let title: String
    private let article: String?
    private let published: String?
    /// `nil` for a value that was put in place of the law.
    private let since: String?
    private let status: String
    private let note: String?

    init(_ basis: RuleBasis) {
        let use = basis.use
        parameter = use.name
        value = basis.value
        title = use.citation.title
        article = use.citation.article
        published = use.citation.published
        since = use.status == .supposed ? nil : "\(use.effective)"
        status = use.status.rawValue
        note = use.note
    }
}
