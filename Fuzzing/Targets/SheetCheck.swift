internal import Workbooks

/// What holds for every sheet, whatever it was read from.
enum SheetCheck {
    static func check(_ sheet: Sheet, limits: SheetLimits) throws(Violation) {
        try require(sheet.cells.count <= limits.cells, "more cells than allowed")
        try require(sheet.text.count <= limits.textBytes, "more text than allowed")
        var lastRow = 0
        var nextCell = 0
        for row in sheet.rows {
            try require(row.number > lastRow && row.number <= limits.rows, "rows out of order")
            try require(row.cells.lowerBound == nextCell, "cells that belong to no row")
            lastRow = row.number
            nextCell = row.cells.upperBound
            var lastColumn = 0
            for cell in sheet.cells[row.cells] {
                try require(
                    cell.column > lastColumn && cell.column <= limits.columns,
                    "columns out of order")
                try require(
                    cell.text.upperBound <= sheet.text.count && cell.text.count <= limits.cellBytes,
                    "a cell beyond the text")
                lastColumn = cell.column
            }
        }
        try require(nextCell == sheet.cells.count, "cells that belong to no row")
    }
}
