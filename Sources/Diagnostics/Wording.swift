/// A text for people in both languages of the outputs.
package struct Wording: Sendable, Hashable, ExpressibleByStringLiteral {
    private let indonesian: String
    private let english: String

    package init(_ indonesian: String, _ english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// Numbers, codes and names: the same in both languages.
    package init(_ text: String) {
        self.init(text, text)
    }

    package init(stringLiteral text: String) {
        self.init(text, text)
    }

    package func callAsFunction(_ language: Language) -> String {
        language(indonesian, english)
    }

    package static func + (a: Wording, b: Wording) -> Wording {
        Wording(a.indonesian + b.indonesian, a.english + b.english)
    }
}
