import CivilService
import Diagnostics
import Foundation
import Regulation
import Testing

/// The project's national parameter files, read for a day.
enum LawBook {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "pipelines/regulation/nasional").path

    static func national(on day: String) throws -> RuleBook {
        let date = try #require(CalendarDate(iso: day))
        return RuleBook(date: date) { name in
            let path = "\(folder)/\(name).yaml"
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
            return (text, path)
        }
    }
}

extension RuleBook {
    var reader: RuleReader { RuleReader(self, for: SourceLocation(file: "test")) }
}
