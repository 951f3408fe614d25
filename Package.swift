// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "rapport",
  products: [
    .library(name: "JSONLogic", targets: ["JSONLogic"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .target(name: "CColumns"),
    .target(name: "JSONLogic", dependencies: ["CColumns"], exclude: ["README.md"]),
    .testTarget(name: "JSONLogicTests", dependencies: ["JSONLogic", "CColumns"]),
    .target(name: "Terminal"),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .target(
      name: "CTerminal",
      cSettings: [.define("_GNU_SOURCE"), .define("_XOPEN_SOURCE_EXTENDED")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(name: "TerminalNcurses", dependencies: ["CTerminal", "Terminal"]),
    .target(
      name: "CPseudoTerminal",
      path: "Tests/CPseudoTerminal",
      cSettings: [.define("_GNU_SOURCE")]
    ),
    .target(
      name: "TestSupport",
      dependencies: ["CPseudoTerminal", "Terminal"],
      path: "Tests/Support"
    ),
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["Terminal", "TerminalNcurses"],
      path: "Tests/TerminalProbe"
    ),
    .testTarget(
      name: "TerminalNcursesTests",
      dependencies: ["CTerminal", "Terminal", "TerminalNcurses", "TerminalProbe", "TestSupport"]
    ),
    .target(name: "CEmbedded"),
    .target(name: "Themes", dependencies: ["CEmbedded", "JSONLogic", "Terminal"]),
    .testTarget(name: "ThemesTests", dependencies: ["Terminal", "Themes"]),
    .target(name: "CRegex", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "RapportCore", dependencies: ["JSONLogic", "CRegex"]),
    .testTarget(
      name: "RapportCoreTests",
      dependencies: ["JSONLogic", "RapportCore", "TestSupport"]
    ),
    .target(name: "RapportTUI", dependencies: ["JSONLogic", "RapportCore", "Terminal"]),
    .testTarget(
      name: "RapportTUITests",
      dependencies: ["JSONLogic", "RapportCore", "RapportTUI", "Terminal"],
      exclude: ["Golden"]
    ),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CPhone", linkerSettings: [.linkedLibrary("phonenumber")]),
    .target(
      name: "RapportStore",
      dependencies: ["RapportCore", "JSONLogic", "CColumns", "CSimdJSON", "CPhone", "CEmbedded"],
      exclude: ["Schemas", "Search/Names"]
    ),
    .executableTarget(
      name: "StoreHammer",
      dependencies: ["RapportStore", "RapportCore", "JSONLogic"],
      path: "Tests/StoreHammer"
    ),
    .testTarget(
      name: "RapportStoreTests",
      dependencies: [
        "JSONLogic", "RapportCore", "RapportDemo", "RapportStore", "StoreHammer", "TestSupport",
      ]
    ),
    .target(
      name: "RapportDemo",
      dependencies: ["CEmbedded", "JSONLogic"],
      exclude: ["Definitions", "Material"]
    ),
    .testTarget(
      name: "RapportDemoTests",
      dependencies: ["RapportDemo", "RapportCore", "JSONLogic"]
    ),
    .executableTarget(
      name: "rapport",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "JSONLogic",
        "RapportCore", "RapportDemo", "RapportStore", "RapportTUI", "Terminal", "TerminalNcurses",
        "Themes",
      ]
    ),
    .executableTarget(
      name: "rapport-bench",
      dependencies: [
        "CPseudoTerminal", "JSONLogic", "RapportCore", "RapportDemo", "RapportStore", "TestSupport",
      ]
    ),
    .testTarget(
      name: "RapportCommandTests",
      dependencies: ["CPseudoTerminal", "JSONLogic", "TestSupport", "rapport"]
    ),
    .testTarget(name: "ArchitectureTests"),
  ],
  cxxLanguageStandard: .cxx17
)

/// Swift 6 throughout; every warning is an error.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .treatAllWarnings(as: .error),
  ]
}
