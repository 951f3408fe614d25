// swift-tools-version: 6.2
import PackageDescription

/// A program of its own that uses the rule engine and nothing else of rapport.
///
/// No ncurses and no library of the system is needed; `swift run` in this folder.
let package = Package(
  name: "discount",
  dependencies: [.package(name: "rapport", path: "../..")],
  targets: [
    .executableTarget(
      name: "discount",
      dependencies: [.product(name: "JSONLogic", package: "rapport")]
    )
  ]
)
