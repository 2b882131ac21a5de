internal import Foundation

/// What a package manifest states, read as text: its targets with their dependencies first of all.
struct PackageManifest {
    private(set) var dependencies: [String: Set<String>] = [:]
    /// The packages of others, each with its version as it is stated.
    let packages: Set<Substring>
    /// The settings with which everything is compiled.
    let strict: Substring?

    init(_ text: String) throws {
        let package = try Regex(#"\.package\([^)]*\)"#)
        packages = Set(text.matches(of: package).map { text[$0.range] })
        strict = text.firstMatch(of: try Regex(#"let strict: [^\n]*\n(?: .*\n)*\]"#)).map {
            text[$0.range]
        }
        var products: [String: String] = [:]
        let product = try Regex(#"let (\w+) = Target\.Dependency\.product\(\s*name: "(\w+)""#)
        for match in text.matches(of: product) {
            products[Self.group(1, of: match)] = Self.group(2, of: match)
        }
        let target = try Regex(
            #"(?:room\(\s*|\.executableTarget\(\s*name: )"(\w+)"(?:,\s*(?:on|dependencies): \[([^\]]*)\])?"#
        )
        for match in text.matches(of: target) {
            let items = Self.group(2, of: match).split { $0 == "," || $0.isWhitespace }
            dependencies[Self.group(1, of: match)] = Set(
                items.map { item in
                    item.hasPrefix("\"")
                        ? String(item.dropFirst().dropLast()) : products[String(item)] ?? ""
                })
        }
    }

    private static func group(_ index: Int, of match: Regex<AnyRegexOutput>.Match) -> String {
        match.output[index].substring.map(String.init) ?? ""
    }
}
