internal import CivilService
internal import Diagnostics
internal import Documents
internal import Regulation

/// The dated parameters of a definition's regulation folder, read when first named.
final class ParameterShelf {
    let read: (String) -> (text: String, file: String)?
    private let date: CalendarDate
    private(set) var uses: [ParameterUse] = []

    /// - Parameters:
    ///   - date: Last day of the period; decides which value applies.
    ///   - read: The text of a parameter's file by the parameter's name.
    init(date: CalendarDate, read: @escaping (String) -> (text: String, file: String)?) {
        self.date = date
        self.read = read
    }

    /// The node with every `{ parameter: name }` in it replaced by the value in force.
    func resolve(_ node: DocumentNode, _ reading: DefinitionReading) -> DocumentNode {
        switch node.content {
        case .scalar:
            return node
        case .sequence(let items):
            return DocumentNode(
                content: .sequence(items.map { resolve($0, reading) }), place: node.place)
        case .mapping(let entries):
            if entries.count == 1, entries[0].key == "parameter" {
                // Where nothing is in force the fault is reported, and a null stands in.
                return value(of: node, reading)
                    ?? DocumentNode(content: .scalar("", isPlain: true), place: node.place)
            }
            let resolved = entries.map { entry in
                DocumentNode.Entry(
                    key: entry.key, keyPlace: entry.keyPlace,
                    value: resolve(entry.value, reading))
            }
            return DocumentNode(content: .mapping(resolved), place: node.place)
        }
    }

    /// The value that `{ parameter: name }` stands for on the period's last day.
    private func value(of node: DocumentNode, _ reading: DefinitionReading) -> DocumentNode? {
        guard var map = reading.map(node, "the parameter") else { return nil }
        let nameNode = reading.required(&map, "parameter")
        reading.finish(map)
        guard let nameNode, let name = reading.text(nameNode, "'parameter'") else { return nil }
        guard let found = read(name) else {
            reading.report(
                .unknownName, nameNode.place,
                "no file of the parameter '\(name)' in the regulation "
                    + "folder", hint: "add \(name).yaml to the folder named by 'regulation:'")
            return nil
        }
        do throws(RunFailure) {
            let parameter = try ParameterFile.read(found.text, file: found.file)
            if parameter.name != name {
                reading.report(
                    .parameterMalformed, SourceLocation(file: found.file, line: 1, column: 1),
                    "the file of '\(name)' says 'name: \(parameter.name)'",
                    hint: "name the file as the parameter")
            }
            guard let entry = parameter.entry(on: date), let value = entry.value else {
                reading.report(
                    .parameterNotInForce, nameNode.place,
                    "the parameter '\(name)' has no value in force on \(date)")
                return nil
            }
            let use = ParameterUse(
                name: name, effective: entry.effective, citation: entry.citation,
                status: entry.status)
            if !uses.contains(use) { uses.append(use) }
            return value
        } catch {
            reading.problems += error.diagnostics
            return nil
        }
    }
}
