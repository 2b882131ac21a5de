internal import Foundation

/// A JSON document as values.
indirect enum JSONValue: Decodable, Hashable {
    case object([String: JSONValue])
    case array([JSONValue])
    case text(String)
    case number(Decimal)
    case flag(Bool)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let array = try? container.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    static func read(_ text: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    subscript(key: String) -> JSONValue? { object?[key] }

    var object: [String: JSONValue]? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    var array: [JSONValue]? {
        guard case .array(let array) = self else { return nil }
        return array
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    var number: Decimal? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// This value and everything in it.
    var everything: [JSONValue] {
        switch self {
        case .object(let object): [self] + object.values.flatMap(\.everything)
        case .array(let array): [self] + array.flatMap(\.everything)
        default: [self]
        }
    }
}
