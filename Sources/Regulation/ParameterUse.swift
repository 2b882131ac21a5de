package import CivilService

/// A dated parameter that entered a run, as the manifest, the report and `explain` cite it.
package struct ParameterUse: Sendable, Hashable {
    package let name: String
    package let effective: CalendarDate
    package let citation: Citation
    package let status: DatedParameter.Status
    package let note: String?

    package init(
        name: String, effective: CalendarDate, citation: Citation, status: DatedParameter.Status,
        note: String? = nil
    ) {
        self.name = name
        self.effective = effective
        self.citation = citation
        self.status = status
        self.note = note
    }
}
