// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that building and testing kinerja never builds its benchmarks. Everything in kinerja is `package`,
// hence the same sources are compiled here once more: `Sources` is a link to those of the program. SwiftPM can neither
// include another manifest nor reach `package` declarations of another package, so the targets are stated again;
// TidyTests fails when the two lists differ.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .treatWarning("StrictMemorySafety", as: .warning),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the program, in the same words as in its own manifest.
func room(_ name: String, on floors: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: floors, swiftSettings: strict)
}

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "kinerja-benchmarks",
    dependencies: [
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
        .target(name: "CMeasurement", path: "CMeasurement"),
        .executableTarget(
            name: "KinerjaBenchmark",
            dependencies: [
                "Archiving", "Batches", "CLibXML2", "CMeasurement", "CivilService", "Definition",
                "Diagnostics", "Evidence", "Exporting", "Files", "Ingestion", "Kinerja", "Markup",
                "Normalization", "PayFiles", "Payroll", "Plan", "Scoring", "Validation",
            ], path: "KinerjaBenchmark", swiftSettings: strict),
    ]
)
