/// The keys that the loaders of a module ask for, read from their sources.
enum LoaderKeys {
    static func all(of module: String = "Definition") throws -> Set<String> {
        let call = try Regex(#"(?:(?:optional|required)\(\s*(?:&\w+,\s*)?|nameKey: )"([\w-]+)""#)
        let loaders = Repository.sources.filter { $0.module == module }
        var keys: Set = ["regulation"]
        for loader in loaders {
            for match in loader.text.matches(of: call) {
                if let key = match.output[1].substring { keys.insert(String(key)) }
            }
        }
        return keys
    }
}
