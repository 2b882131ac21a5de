internal import Foundation

/// The book of an output tree as another program sees it: Python's sqlite3, not the library under test.
package enum Book {
    /// Asks or changes the book of a tree.
    ///
    /// - Returns: The rows, cells joined by `|`, an absent one as `-`.
    package static func query(_ tree: String, _ statement: String) throws -> [String] {
        let script = """
            import sqlite3, sys
            book = sqlite3.connect(sys.argv[1])
            rows = book.execute(sys.argv[2]).fetchall()
            book.commit()
            for row in rows: print("|".join("-" if c is None else str(c) for c in row))
            """
        let outcome = try Subprocess.require([
            "python3", "-c", script, "\(tree)/.kinerja/ledger.sqlite", statement,
        ])
        return outcome.text.split(separator: "\n").map(String.init)
    }
}
