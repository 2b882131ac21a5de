internal import ArgumentParser
internal import Kinerja

/// Names of columns as people give them on a command line: `a,b,c`, or a JSON array of strings.
enum ColumnNames {
    static func parse(_ text: String) throws -> [String] {
        let names =
            text.first == "["
            ? ConversionOptions.names(json: text)
            : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard let names, !names.isEmpty else {
            throw ValidationError("--columns must be a,b,c or a JSON array of strings.")
        }
        return names
    }
}
