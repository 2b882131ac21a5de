internal import Workbooks

/// HTML tables: cells stand in order and within the limits, and two readings are the same.
struct HTMLTarget {
    private let table: Int?
    private let limits: SheetLimits
    private let document: [UInt8]

    init(_ input: inout FuzzInput) {
        table = input.choose([nil, 1, 2])
        limits = input.choose([
            SheetLimits(columns: 1_024),
            SheetLimits(rows: 4, columns: 3, cells: 5, textBytes: 40, cellBytes: 10),
        ])
        document = input.rest
    }

    func run() throws(Violation) {
        let first = read()
        let second = read()
        if case .success(let sheet) = first, case .success(let again) = second {
            try SheetCheck.check(sheet, limits: limits)
            try require(
                sheet.text == again.text && sheet.cells.map(\.column) == again.cells.map(\.column),
                "two readings differ")
        } else {
            try require("\(first)" == "\(second)", "two readings differ: \(first) and \(second)")
        }
    }

    private func read() -> Result<Sheet, WorkbookFailure> {
        do throws(WorkbookFailure) {
            return .success(try HTMLTables.read(document, table: table, limits: limits))
        } catch {
            return .failure(error)
        }
    }
}
