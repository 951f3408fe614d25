import Foundation
import JSONLogic

/// polars and DuckDB in the same run, where python3 has them.
struct PeerProcess {
  let customers: String
  let rules: [JSON]
  let today: String
  let rounds: Int

  /// For each peer its time and its counts; empty where there is none.
  func run() throws -> JSON {
    let folder = FileManager.default.temporaryDirectory.path + "/rapport-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(PeerScript.text.utf8).write(to: URL(fileURLWithPath: folder + "/peers.py"))
    let rules = Data(JSON.array(rules).compact().utf8)
    try rules.write(to: URL(fileURLWithPath: folder + "/rules.json"))
    let bytes = try Self.output(
      of: [
        "python3", folder + "/peers.py", customers, folder + "/rules.json", today, "\(rounds)",
        folder,
      ],
      adding: ["POLARS_MAX_THREADS": "1"]
    )
    return (try? JSON(parsing: bytes)) ?? [:]
  }

  /// What a program prints until it ends; empty where there is no such program.
  static func output(
    of command: [String],
    adding variables: [String: String] = [:]
  ) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(bytes)
  }
}
