/// A published run as the book has it.
package struct LedgerRun: Sendable, Hashable {
    package enum State: String, Sendable {
        /// Its folder stands below the tree.
        case published
        /// Its folder was gone when the book was compared with the disk.
        case lost
        /// Its folder is being removed.
        case purging
        /// Its folder was removed by the rule of retention.
        case purged
    }

    /// Whether `terkini` leads to the run, or should have at its time.
    package enum Pointer: String, Sendable {
        /// The pointer has still to be moved.
        case due
        case moved
        /// A run under another law, or a partial one: never pointed to.
        case none
    }

    /// The book's own counter, which orders runs; 0 before it is written.
    package var sequence: Int64 = 0
    /// Twelve digits of the identity.
    package let run: String
    package let identity: String
    package let pipeline: String
    package let period: String
    /// `id` or `en`.
    package let language: String
    /// Whose law: `then`, `date …` or `file …`, as the manifest says it.
    package let rules: String
    /// SHA-256 of the names and hashes of the definition's files.
    package let definition: String
    package let programVersion: String
    package let programStamp: String
    package var state = State.published
    package var pointer: Pointer
    package var isPartial = false
    /// The last day of delivery that counted, `2025-10-03`; `nil` where every file did.
    package var asOf: String?
    /// Relative to the tree.
    package let folder: String
    /// SHA-256 of `manifest.json`.
    package let manifest: String
    /// SHA-256 of the archive, where there is one.
    package let archive: String?
    /// Twelve digits of the run whose results were an input.
    package let previous: String?
    package let ranked: Int
    package let unscored: Int
    package let excluded: Int
    package let findings: Int

    package init(
        run: String, identity: String, pipeline: String, period: String, language: String,
        rules: String, definition: String, programVersion: String, programStamp: String,
        pointer: Pointer, folder: String, manifest: String, archive: String?, previous: String?,
        ranked: Int, unscored: Int, excluded: Int, findings: Int
    ) {
        self.run = run
        self.identity = identity
        self.pipeline = pipeline
        self.period = period
        self.language = language
        self.rules = rules
        self.definition = definition
        self.programVersion = programVersion
        self.programStamp = programStamp
        self.pointer = pointer
        self.folder = folder
        self.manifest = manifest
        self.archive = archive
        self.previous = previous
        self.ranked = ranked
        self.unscored = unscored
        self.excluded = excluded
        self.findings = findings
    }
}

/// What a run was made from and what it made, file by file.
package struct LedgerParts: Sendable, Hashable {
    /// A file of the definition, the main one first.
    package struct DefinitionFile: Sendable, Hashable {
        package let name: String
        package let sha256: String
        package let bytes: Int

        package init(name: String, sha256: String, bytes: Int) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
        }
    }

    /// Why another file counted in the place of an input.
    package enum Replacement: String, Sendable {
        /// It has a higher version.
        case version
        /// It has the same content, and came first by its path.
        case repeated
    }

    /// An input, and what became of its rows.
    package struct Input: Sendable, Hashable {
        package let path: String
        package let source: String
        package let supplier: String
        /// Of the file as it was delivered.
        package let sha256: String
        package let bytes: Int
        /// The path that counted instead.
        package let replacedBy: String?
        /// Why; `nil` in rows that an earlier program wrote, too.
        package var replacedBecause: Replacement?
        package let rows: Rows

        package init(
            path: String, source: String, supplier: String, sha256: String, bytes: Int,
            replacedBy: String?, rows: Rows
        ) {
            self.path = path
            self.source = source
            self.supplier = supplier
            self.sha256 = sha256
            self.bytes = bytes
            self.replacedBy = replacedBy
            self.rows = rows
        }
    }

    package struct Rows: Sendable, Hashable {
        package let read: Int
        package let used: Int
        package let rejected: Int
        package let excluded: Int
        package let superseded: Int
        package let setAside: Int

        package init(
            read: Int, used: Int, rejected: Int, excluded: Int, superseded: Int, setAside: Int
        ) {
            self.read = read
            self.used = used
            self.rejected = rejected
            self.excluded = excluded
            self.superseded = superseded
            self.setAside = setAside
        }
    }

    package struct Output: Sendable, Hashable {
        package let name: String
        /// Of the uncompressed bytes, like ``bytes``.
        package let sha256: String
        package let bytes: Int
        /// Of a table, without heading and trailer.
        package let rows: Int?

        package init(name: String, sha256: String, bytes: Int, rows: Int?) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
            self.rows = rows
        }
    }

    /// How often a code was found in a file.
    package struct Finding: Sendable, Hashable {
        package let code: String
        /// Empty where the file is of no source.
        package let source: String
        package let file: String
        package let count: Int

        package init(code: String, source: String, file: String, count: Int) {
            self.code = code
            self.source = source
            self.file = file
            self.count = count
        }
    }

    package let definition: [DefinitionFile]
    package let inputs: [Input]
    package let outputs: [Output]
    package let findings: [Finding]

    package init(
        definition: [DefinitionFile], inputs: [Input], outputs: [Output], findings: [Finding]
    ) {
        self.definition = definition
        self.inputs = inputs
        self.outputs = outputs
        self.findings = findings
    }
}
