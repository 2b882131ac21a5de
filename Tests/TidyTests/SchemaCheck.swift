internal import Documents
internal import Foundation

/// Checks a definition against the part of JSON Schema that `pipelines/schema.json` uses.
///
/// A keyword that it does not know is a fault: a schema that grows must not be passed over in silence.
struct SchemaCheck {
    private static let annotations: Set = [
        "$schema", "$defs", "title", "description", "default",
    ]

    let schema: JSONValue

    /// What is wrong with the document, as `path: sentence`; empty when it is valid.
    func faults(in node: DocumentNode) throws -> [String] {
        try faults(node, schema, at: "")
    }

    private func faults(
        _ node: DocumentNode, _ schema: JSONValue, at path: String
    ) throws -> [String] {
        var found: [String] = []
        for (keyword, rule) in schema.object ?? [:]
        where !Self.annotations.contains(keyword) {
            let sentences =
                switch keyword {
                case "$ref": try faults(node, definition(rule), at: path)
                case "allOf", "anyOf", "oneOf": try combination(keyword, node, rule, at: path)
                case "if": try implication(node, schema, at: path)
                case "then", "additionalProperties", "patternProperties", "prefixItems": [String]()
                case "properties": try properties(node, schema, at: path)
                case "items": try items(node, schema, at: path)
                case "type", "const", "enum", "pattern", "minimum", "maximum", "minLength":
                    scalar(keyword, node, rule) ? [] : ["\(path): not \(keyword)"]
                default: size(keyword, node, rule) ? [] : ["\(path): not \(keyword)"]
                }
            found += sentences
        }
        // A map whose every key is free states no properties.
        if schema["properties"] == nil, schema["additionalProperties"] != nil {
            found += try properties(node, schema, at: path)
        }
        return found
    }

    private func definition(_ rule: JSONValue) -> JSONValue {
        let name = rule.text?.split(separator: "/").last.map(String.init) ?? ""
        return schema["$defs"]?[name] ?? .object(["unknown definition": rule])
    }

    private func combination(
        _ keyword: String, _ node: DocumentNode, _ rule: JSONValue, at path: String
    ) throws -> [String] {
        let results = try (rule.array ?? []).map { try faults(node, $0, at: path) }
        if keyword == "allOf" { return results.flatMap { $0 } }
        let fitting = results.count { $0.isEmpty }
        if fitting == 1 || (keyword == "anyOf" && fitting > 1) { return [] }
        // The alternative that got furthest is the one that was meant.
        let nearest = results.filter { !$0.isEmpty }.min { $0.count < $1.count } ?? []
        return ["\(path): \(fitting) alternatives of \(keyword) fit"] + nearest
    }

    private func implication(
        _ node: DocumentNode, _ schema: JSONValue, at path: String
    ) throws -> [String] {
        guard let condition = schema["if"], let consequence = schema["then"] else { return [] }
        guard try faults(node, condition, at: path).isEmpty else { return [] }
        return try faults(node, consequence, at: path)
    }

    private func properties(
        _ node: DocumentNode, _ schema: JSONValue, at path: String
    ) throws -> [String] {
        try (node.entries ?? []).filter { !$0.value.isNull }.flatMap { entry -> [String] in
            let place = "\(path)/\(entry.key)"
            if let rule = schema["properties"]?[entry.key] {
                return try faults(entry.value, rule, at: place)
            }
            for (pattern, rule) in schema["patternProperties"]?.object ?? [:]
            where try entry.key.firstMatch(of: Regex(pattern)) != nil {
                return try faults(entry.value, rule, at: place)
            }
            switch schema["additionalProperties"] {
            case .none: return []
            case .flag(false): return ["\(place): unknown key"]
            case .some(let rule): return try faults(entry.value, rule, at: place)
            }
        }
    }

    private func items(
        _ node: DocumentNode, _ schema: JSONValue, at path: String
    ) throws -> [String] {
        let rules = schema["prefixItems"]?.array ?? []
        return try (node.items ?? []).enumerated().flatMap { index, item -> [String] in
            guard let rule = index < rules.count ? rules[index] : schema["items"] else { return [] }
            return try faults(item, rule, at: "\(path)/\(index)")
        }
    }

    private func scalar(_ keyword: String, _ node: DocumentNode, _ rule: JSONValue) -> Bool {
        let value = value(of: node)
        switch keyword {
        case "type":
            let types = rule.array ?? [rule]
            return types.contains { type in isOf(type.text ?? "", node, value) }
        case "const": return value == rule
        case "enum": return value.map { (rule.array ?? []).contains($0) } ?? false
        case "pattern":
            guard let text = value?.text, let form = try? Regex(rule.text ?? "") else {
                return true
            }
            return text.firstMatch(of: form) != nil
        case "minLength":
            return (value?.text?.count).map { Decimal($0) >= rule.number ?? 0 } ?? true
        case "minimum": return value?.number.map { $0 >= rule.number ?? 0 } ?? true
        default: return value?.number.map { $0 <= rule.number ?? 0 } ?? true
        }
    }

    /// A scalar as JSON has it; a plain scalar may be a number or a flag.
    private func value(of node: DocumentNode) -> JSONValue? {
        guard case .scalar(let text, let isPlain) = node.content else { return nil }
        guard isPlain else { return .text(text) }
        if text == "true" || text == "false" { return .flag(text == "true") }
        if text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil, let number = Decimal(string: text) {
            return .number(number)
        }
        return .text(text)
    }

    private func isOf(_ type: String, _ node: DocumentNode, _ value: JSONValue?) -> Bool {
        switch type {
        case "object": node.entries != nil
        case "array": node.items != nil
        case "string": value?.text != nil
        case "number": value?.number != nil
        case "integer": value?.number.map { "\($0)".allSatisfy { $0 != "." } } ?? false
        case "boolean": value.map { $0 == .flag(true) || $0 == .flag(false) } ?? false
        default: false
        }
    }

    private func size(_ keyword: String, _ node: DocumentNode, _ rule: JSONValue) -> Bool {
        let (items, keys) = (node.items, node.entries?.map(\.key))
        let limit = rule.number ?? 0
        switch keyword {
        case "required":
            return keys.map { keys in
                (rule.array ?? []).allSatisfy { keys.contains($0.text ?? "") }
            } ?? true
        case "minItems": return items.map { Decimal($0.count) >= limit } ?? true
        case "maxItems": return items.map { Decimal($0.count) <= limit } ?? true
        case "minProperties": return keys.map { Decimal($0.count) >= limit } ?? true
        case "maxProperties": return keys.map { Decimal($0.count) <= limit } ?? true
        case "uniqueItems": return items.map { Set($0.map(\.text)).count == $0.count } ?? true
        default: return false
        }
    }
}
