package import CivilService
package import Diagnostics
internal import Regulation

/// What is asked of a regulation folder: the law of a day, or the history of some parameters.
package struct LawQuestion: Sendable {
    private let names: [String]
    private let date: CalendarDate?
    private let folder: String
    private let unconfirmedOnly: Bool

    /// - Parameters:
    ///   - names: Of the parameters; all where none is named.
    ///   - date: The day whose law is asked for, `nil` for the whole history.
    ///   - folder: Holds one file per parameter.
    ///   - unconfirmedOnly: Leaves out what is confirmed, not in force or at an end.
    package init(names: [String], date: CalendarDate?, folder: String, unconfirmedOnly: Bool) {
        self.names = names
        self.date = date
        self.folder = folder
        self.unconfirmedOnly = unconfirmedOnly
    }

    /// - Throws: ``RunFailure`` of kind `definition` with every fault of the folder, or names that nothing has.
    package func text(_ language: Language) throws(RunFailure) -> String {
        let register = try register()
        guard let law = law(of: register) else {
            return LawText(language).history(register.parameters)
        }
        return LawText(language).render(law)
    }

    /// The answer as JSON; throws as ``text(_:)`` does.
    package func json() throws(RunFailure) -> String {
        let register = try register()
        guard let law = law(of: register) else { return LawJSON.history(register.parameters) }
        return LawJSON.render(law)
    }

    private func register() throws(RunFailure) -> LawRegister {
        try LawFolder.read(folder).selecting(names, in: folder)
    }

    private func law(of register: LawRegister) -> LawOnDate? {
        date.map { unconfirmedOnly ? register.on($0).unconfirmed : register.on($0) }
    }
}
