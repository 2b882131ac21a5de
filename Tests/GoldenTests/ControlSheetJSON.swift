internal import Foundation
internal import TestSupport

/// What the tests read of a published `lembar-kontrol.json`.
struct ControlSheetJSON: Decodable {
    struct Rows: Decodable {
        let read: Int
        let used: Int
        let rejected: Int
        let excluded: Int
        let superseded: Int
        let actingRows: Int
        let otherPeriod: Int
        let repeated: Int
        let notInForce: Int
        let unanswered: Int

        var setAside: Int { actingRows + otherPeriod + repeated + notInForce + unanswered }

        private enum CodingKeys: String, CodingKey {
            case read, used, rejected, excluded, superseded
            case actingRows = "set_aside_acting"
            case otherPeriod = "set_aside_other_period"
            case repeated = "set_aside_repeated"
            case notInForce = "set_aside_not_in_force"
            case unanswered = "set_aside_unanswered"
        }
    }

    struct File: Decodable {
        let path: String
        let rows: Rows
    }

    struct Persons: Decodable {
        let registered: Int
        let ranked: Int
        let unscored: Int
        let excluded: Int
    }

    let balanced: Bool
    let files: [File]
    let persons: Persons

    init(ofRun folder: String) throws {
        let bytes = try Disk.read("\(folder)/lembar-kontrol.json")
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
}
