/// The keys that the loaders of definitions ask for, read from their sources.
enum LoaderKeys {
    static func all() throws -> Set<String> {
        let call = try Regex(#"(?:(?:optional|required)\(\s*(?:&\w+,\s*)?|nameKey: )"(\w+)""#)
        let loaders = Repository.sources.filter { $0.module == "Definition" }
        var keys: Set = ["regulation"]
        for loader in loaders {
            for match in loader.text.matches(of: call) {
                if let key = match.output[1].substring { keys.insert(String(key)) }
            }
        }
        return keys
    }
}
