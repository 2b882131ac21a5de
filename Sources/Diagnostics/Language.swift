/// The language of headings and human texts; machine names are the same in both.
package enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    package func callAsFunction(_ indonesian: String, _ english: String) -> String {
        self == .indonesian ? indonesian : english
    }
}
