/// The stable code of a problem: the letter of the stage and three digits, never reused.
///
/// `C` definition, `I` ingest, `V` validate, `N` normalize, `S` score, `X` export, `R` regulation.
/// 1xx shape, 2xx single field, 3xx across fields, 4xx across rows, 9xx limits and refusals.
package enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
    case yamlSyntax = "C101"
    case unknownKey = "C102"
    case wrongType = "C103"
    case missingKey = "C104"
    case badValue = "C105"
    case weightSum = "C106"
    case impossibleScale = "C107"
    case unknownName = "C108"
    case unreadableDefinition = "C109"
    case wrongPeriod = "C110"

    case parameterMalformed = "R101"
    case parameterNotInForce = "R401"
    case parameterRowMissing = "R402"
    case ruleTestFailed = "R403"

    case cellCount = "I101"
    case quoting = "I102"
    case tooLong = "I103"
    case encoding = "I104"
    case blank = "I105"
    case repeatedFile = "I401"
    case unclaimedFile = "I402"
    case refusedFile = "I403"
    case noRecords = "I404"
    case noFileMatches = "I901"
    case missingColumn = "I902"
    case emptyFile = "I903"
    case unreadableFile = "I904"
    case brokenArchive = "I905"
    case brokenXML = "I906"
    case forbiddenXML = "I907"
    case unreadableEncoding = "I908"
    case changedFile = "I909"
    case conflictingVersions = "I910"

    case missing = "V201"
    case nip = "V202"
    case golongan = "V203"
    case number = "V204"
    case date = "V205"
    case flag = "V206"
    case word = "V207"
    case codeList = "V208"
    case pattern = "V209"
    case range = "V210"
    case forbidden = "V211"
    case period = "V212"
    case compare = "V301"
    case nipMismatch = "V302"
    case unknownPerson = "V401"
    case unknownIndicator = "V402"
    case unknownUnit = "V403"
    case reference = "V404"
    case duplicate = "V405"
    case conflictingDuplicates = "V406"
    case rejectLimit = "V901"

    case overlappingPostings = "N401"
    case correctionMismatch = "N402"
    case correctionUnused = "N403"

    case noTarget = "S401"
    case noStandard = "S402"
    case sanctionWithoutPercent = "S403"
    case indicatorNotInForce = "S404"
    case nonconformingPredikat = "S420"
    case unjudgedPredikat = "S421"
    case distributionBreached = "S422"
    case unjudgedDistribution = "S423"
    case smallSample = "S407"

    case unbalanced = "X401"
    case outputFailed = "X901"
    case runLocked = "X902"
    case verificationFailed = "X903"

    /// The word that a definition uses to rename this fault (`codes:`), for faults of rows.
    package var faultName: String? {
        switch self {
        case .cellCount: "cell-count"
        case .quoting: "quoting"
        case .tooLong: "too-long"
        case .encoding: "encoding"
        case .blank: "blank"
        case .missing: "missing"
        case .nip: "nip"
        case .golongan: "golongan"
        case .number: "number"
        case .date: "date"
        case .flag: "flag"
        case .word: "word"
        case .codeList: "code-list"
        case .pattern: "pattern"
        case .range: "range"
        case .forbidden: "forbidden"
        case .period: "period"
        case .compare: "compare"
        case .nipMismatch: "nip-mismatch"
        case .unknownPerson: "unknown-person"
        case .unknownIndicator: "unknown-indicator"
        case .unknownUnit: "unknown-unit"
        case .reference: "reference"
        case .duplicate: "duplicate"
        case .correctionMismatch: "correction"
        default: nil
        }
    }

    package static func named(_ faultName: String) -> DiagnosticCode? {
        allCases.first { $0.faultName == faultName }
    }
}
