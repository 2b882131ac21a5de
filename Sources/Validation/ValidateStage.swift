package import Batches
package import Plan

/// Raw records to checked ones: each value is parsed once, the first fault of a row decides.
///
/// Columns are visited in the definition's order and rows with a fault are skipped from then on, which gives the first
/// fault of each row from left to right without looking at a row twice.
package struct ValidateStage: Sendable {
    package let plan: SourcePlan
    package let people: NIPIndex
    package let rejectedPeople: Set<UInt64>

    package init(plan: SourcePlan, references: References) {
        self.plan = plan
        people = references.people
        rejectedPeople = references.rejectedPeople
    }

    package func process(_ batch: RawBatch) -> CheckedBatch {
        var work = ValidationWork(batch: batch, columnCount: plan.columns.count)
        markRecordFaults(&work)
        for index in order {
            let column = plan.columns[index]
            ColumnParser(plan: column, index: index).parse(&work)
            markCellFaults(column.cellFault, column: index, &work)
            if let reference = column.reference {
                resolve(reference, fault: column.referenceFault, column: index, &work)
            }
            for check in column.checks {
                CheckRunner(
                    check: check, column: index, plan: plan, people: people,
                    rejectedPeople: rejectedPeople
                ).run(&work)
            }
        }
        let unanswered = plan.answerColumn.flatMap { plan.columns[$0].missingFault }
        return work.finish(unanswered: unanswered)
    }

    /// Where a cell of a pivot is empty, nothing else about it is a fault.
    private var order: [Int] {
        guard let first = plan.answerColumn else { return Array(plan.columns.indices) }
        return [first] + plan.columns.indices.filter { $0 != first }
    }

    private func markRecordFaults(_ work: inout ValidationWork) {
        let faults = plan.recordFaults
        for row in 0..<work.rowCount {
            let fault: Int32
            switch work.batch.rows[row].fault {
            case .none: continue
            case .cellCount, .missingField, .unknownField, .repeatedField: fault = faults.cellCount
            case .quoting, .tooManyLines: fault = faults.quoting
            case .tooLong: fault = faults.tooLong
            case .encoding: fault = faults.encoding
            case .blank: fault = faults.blank
            }
            work.reject(row, fault)
        }
    }

    /// A text column would take an error for text; a declared "no value" such as `#N/A` it may be.
    private func markCellFaults(_ fault: Int32?, column: Int, _ work: inout ValidationWork) {
        guard let fault else { return }
        for cell in work.batch.cellFaults where Int(cell.column) == column {
            let row = Int(cell.row)
            if work.faults[row] < 0, work.columns[column].values[row] != TypedColumn.null {
                work.reject(row, fault)
            }
        }
    }

    private func resolve(
        _ reference: ColumnPlan.Reference, fault: Int32, column: Int,
        _ work: inout ValidationWork
    ) {
        let values = work.columns[column].values
        let codes: [Int32]
        switch reference {
        case .people: codes = people.indexes(of: values)
        case .table(let table): codes = TextCodes.find(values, of: work) { table.index(of: $0) }
        }
        for row in values.indices
        where codes[row] < 0 && work.faults[row] < 0 && values[row] != TypedColumn.null {
            var isConsequent = false
            if case .people = reference {
                isConsequent = rejectedPeople.contains(UInt64(values[row]))
            }
            work.reject(row, fault, isConsequent: isConsequent)
        }
        work.columns[column].codes = codes
    }
}
