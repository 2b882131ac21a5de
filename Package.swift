// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .treatWarning("StrictMemorySafety", as: .warning),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target in the house: every floor may stand only on the floors named here.
func room(
    _ name: String, on floors: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: floors, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, of floors: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: floors, swiftSettings: strict)
}

/// The program of `scripts/fuzz`; only its build has the coverage that this links with.
let fuzzer: [Target] = [
    .systemLibrary(name: "CFuzzer", path: "Fuzzing/CFuzzer"),
    program("KinerjaFuzz", on: ["CFuzzer", "FuzzTargets"], path: "Fuzzing/Driver"),
]

func program(_ name: String, on floors: [Target.Dependency], path: String) -> Target {
    .executableTarget(name: name, dependencies: floors, path: path, swiftSettings: strict)
}

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "kinerja",
    products: [.executable(name: "kinerja", targets: ["KinerjaCommand"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        .target(name: "CPlatform"),

        room("Arithmetic", on: [bigInt]),
        room("CivilService"),
        room("Spelling", on: ["CivilService"]),
        room("Diagnostics"),
        room("Batches"),
        room("Tabular", on: ["Batches", "CPlatform"]),
        room("Markup", on: ["CLibXML2"]),
        room("Archiving", on: ["CDeflate", "CZlib", crypto]),
        room("Workbooks", on: ["Archiving", "CivilService", "Markup"]),
        room("Spreadsheets", on: ["Archiving", "CivilService"]),
        room("Files", on: ["CPlatform"]),
        room("Ledger", on: ["CivilService", "Files", "Payroll", grdb]),
        room("Pipeline"),
        room("Documents", on: ["Diagnostics", yams]),
        room(
            "Regulation",
            on: ["Arithmetic", "CivilService", "Diagnostics", "Documents", "Spelling"]),
        room("Formulas", on: ["Arithmetic", "CivilService", "Regulation", "Spelling"]),
        room(
            "Payroll",
            on: ["Arithmetic", "CivilService", "Diagnostics", "Formulas", "Regulation"]),
        room(
            "PaySchemes",
            on: [
                "CivilService", "Diagnostics", "Documents", "Formulas", "Payroll", "Regulation",
            ]),
        room(
            "DataQuality",
            on: ["Arithmetic", "CivilService", "Diagnostics", "Regulation", "Spelling"]),
        room(
            "PayFiles",
            on: [
                "Archiving", "CivilService", "Diagnostics", "Markup", "Payroll", "Spreadsheets",
            ]),
        room(
            "RuleTesting",
            on: [
                "Arithmetic", "CivilService", "Diagnostics", "Documents", "Formulas",
                "Regulation",
            ]),
        room(
            "Definition",
            on: [
                "Arithmetic", "CivilService", "DataQuality", "Spelling", "Diagnostics",
                "Documents", "Formulas", "Regulation",
            ]),
        room(
            "Plan",
            on: [
                "Arithmetic", "Batches", "CPlatform", "CivilService", "Definition", "Diagnostics",
                "Spelling",
            ]),
        room(
            "Ingestion",
            on: [
                "Archiving", "Batches", "CivilService", "Definition", "Diagnostics", "Files",
                "Markup", "Spelling", "Tabular", "Workbooks",
            ]),
        room(
            "Recognition",
            on: [
                "Batches", "CivilService", "Definition", "Diagnostics", "Documents", "Markup",
                "Spelling", "Tabular", "Workbooks",
            ]),
        room(
            "Validation",
            on: ["Batches", "CivilService", "Definition", "Plan", "Spelling"]),
        room("Normalization", on: ["Batches", "Definition", "Plan"]),
        room(
            "Evidence",
            on: [
                "Arithmetic", "Batches", "CPlatform", "CivilService", "DataQuality", "Definition",
                "Diagnostics", "Plan", "Spelling",
            ]),
        room(
            "Scoring",
            on: [
                "Arithmetic", "Batches", "CivilService", "Definition", "Evidence", "Formulas",
                "Plan", "Spelling",
            ]),
        room(
            "Exporting",
            on: [
                "Archiving", "Arithmetic", "Batches", "CivilService", "DataQuality", "Definition",
                "Diagnostics", "Evidence", "Plan", "Regulation", "Tabular",
            ]),
        room(
            "Kinerja",
            on: [
                "Archiving", "Arithmetic", "Batches", "CivilService", "DataQuality", "Definition",
                "Diagnostics", "Documents", "Evidence", "Exporting", "Files", "Formulas",
                "Ingestion", "Ledger", "Normalization", "PayFiles", "PaySchemes", "Payroll",
                "Pipeline", "Plan", "Recognition", "Regulation", "RuleTesting", "Scoring",
                "Spelling", "Tabular", "Validation",
            ]),
        .executableTarget(
            name: "KinerjaCommand",
            dependencies: [
                "Archiving", "CivilService", "Diagnostics", "Files", "Kinerja", "Payroll",
                "Tabular", argumentParser,
            ],
            swiftSettings: strict),

        tests("ArchivingTests", of: ["Archiving", "TestSupport"]),
        tests("ArithmeticTests", of: ["Arithmetic", "TestSupport"]),
        tests("BatchesTests", of: ["Batches"]),
        tests("CivilServiceTests", of: ["CivilService"]),
        tests(
            "DataQualityTests",
            of: [
                "Arithmetic", "CivilService", "DataQuality", "Diagnostics", "Regulation",
            ]),
        tests(
            "DefinitionTests",
            of: ["Arithmetic", "CivilService", "Definition", "Diagnostics", "Regulation"]),
        tests("DiagnosticsTests", of: ["Diagnostics"]),
        tests("DocumentsTests", of: ["Diagnostics", "Documents"]),
        tests(
            "EvidenceTests",
            of: [
                "Arithmetic", "Batches", "CivilService", "Definition", "Diagnostics", "Evidence",
                "MiniRun", "Plan", "TestSupport",
            ]),
        tests(
            "ExportingTests",
            of: [
                "Archiving", "Batches", "CivilService", "Definition", "Diagnostics", "Evidence",
                "Exporting", "Plan",
            ]),
        tests("FilesTests", of: ["Files"]),
        tests(
            "IngestionTests",
            of: [
                "Batches", "CivilService", "Definition", "Diagnostics", "Ingestion", "Tabular",
                "TestSupport",
            ]),
        tests("MarkupTests", of: ["Markup"]),
        tests("NormalizationTests", of: ["Batches", "Diagnostics", "MiniRun"]),
        tests(
            "PaySchemesTests",
            of: [
                "Arithmetic", "CivilService", "Diagnostics", "Formulas", "PaySchemes", "Payroll",
                "Regulation",
            ]),
        tests(
            "PaymentTests",
            of: [
                "CivilService", "Diagnostics", "Files", "Kinerja", "Ledger", "PaySchemes",
                "Payroll", "TestSupport",
            ]),
        tests("PayrollTests", of: ["CivilService", "Diagnostics", "Payroll", "TestSupport"]),
        tests(
            "PayFilesTests",
            of: [
                "Archiving", "CivilService", "Diagnostics", "PayFiles", "Payroll", "TestSupport",
                "Workbooks",
            ]),
        tests("PipelineTests", of: ["Pipeline"]),
        tests("PlanTests", of: ["Plan", "TestSupport"]),
        tests(
            "RecognitionTests",
            of: [
                "Archiving", "Batches", "CivilService", "Definition", "Diagnostics", "Documents",
                "Ingestion",
                "Recognition", "Spelling",
                "TestSupport",
            ]),
        tests(
            "RegulationTests",
            of: ["Arithmetic", "CivilService", "Diagnostics", "Documents", "Regulation"]),
        tests(
            "FormulasTests",
            of: ["Arithmetic", "CivilService", "Diagnostics", "Formulas", "Regulation"]),
        tests(
            "RuleTestingTests",
            of: [
                "Arithmetic", "CivilService", "Diagnostics", "Formulas", "Kinerja", "Regulation",
                "RuleTesting", "TestSupport",
            ]),
        tests(
            "ScoringTests",
            of: [
                "Arithmetic", "CivilService", "Definition", "Diagnostics", "Evidence", "Formulas",
                "MiniRun", "Regulation", "Scoring", "TestSupport",
            ]),
        tests("SpreadsheetsTests", of: ["CivilService", "Spreadsheets", "TestSupport"]),
        tests("SpellingTests", of: ["CivilService", "Spelling"]),
        tests("TabularTests", of: ["Batches", "Tabular", "TestSupport"]),
        tests(
            "TidyTests",
            of: [
                "CivilService", "Definition", "Diagnostics", "Documents", "Formulas", "PaySchemes",
                "Payroll", "RuleTesting",
            ]),
        tests("WorkbooksTests", of: ["Archiving", "Markup", "TestSupport", "Workbooks"]),
        tests(
            "ValidationTests",
            of: [
                "Batches", "CivilService", "Definition", "Diagnostics", "MiniRun", "Plan",
                "TestSupport", "Validation",
            ]),
        .testTarget(
            name: "GoldenTests",
            dependencies: [
                "Arithmetic", "CivilService", "Diagnostics", "Evidence", "Formulas", "Kinerja",
                "Payroll", "Regulation", "Scoring", "TestSupport",
            ], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "DirtTests",
            dependencies: [
                "Batches", "CivilService", "Definition", "Diagnostics", "Evidence", "Ingestion",
                "Kinerja", "Normalization", "Plan", "TestSupport", "Validation",
            ], exclude: ["README.md"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["KinerjaCommand", "TestSupport"],
            exclude: ["Snapshots"], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        // All stages in memory, wired as a run wires them; shared by the tests of single stages.
        .target(
            name: "MiniRun",
            dependencies: [
                "Arithmetic", "Batches", "CivilService", "Definition", "Diagnostics", "Evidence",
                "Formulas", "Normalization", "Plan", "Regulation", "Scoring", "Validation",
            ], path: "Tests/MiniRun", swiftSettings: strict),
        // What libFuzzer and the tests that replay its corpus both call.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Archiving", "Batches", "CZlib", "CivilService", "Definition", "Diagnostics",
                "Evidence", "Markup", "MiniRun", "Plan", "Regulation", "RuleTesting", "Tabular",
                "Workbooks",
            ], path: "Fuzzing/Targets", swiftSettings: strict),
        tests("FuzzTests", of: ["FuzzTargets", "TestSupport"]),
    ] + (Context.environment["KINERJA_FUZZ"] == nil ? [] : fuzzer)
)
