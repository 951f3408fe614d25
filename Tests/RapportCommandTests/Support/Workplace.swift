import Glibc
import TestSupport

/// An agent's home with a store in it, in which `rapport` runs with nothing else around it.
final class Workplace {
  static let rapport = BuiltProduct.path("rapport")

  let home: TemporaryFolder
  var store: String { "\(home.path)/store" }

  /// An empty home.
  init() throws { home = try TemporaryFolder() }

  /// With a copy of the made-up company, 300 customers of it.
  static func demo() throws -> Workplace {
    let place = try Workplace()
    let copied = try Program(path: "/bin/cp", environment: [:])
      .run(["-R", DemoTemplate.shared.get().path, place.store])
    guard copied.status == 0 else { throw TextFile.NotWritten(path: place.store) }
    return place
  }

  /// With a store of a few lines, whose every answer is known.
  static func harbour() throws -> Workplace {
    let place = try Workplace()
    for folder in ["", "segments", "tones", "services", "scripts", "journal"] {
      mkdir("\(place.store)/\(folder)", 0o700)
    }
    for (name, text) in HarbourStore.files { try place.write(text, to: name) }
    return place
  }

  /// The same, where rt is a supervisor and mk is not.
  static func supervisedHarbour() throws -> Workplace {
    let place = try harbour()
    try place.write(
      """
      [{"id": "mk", "name": "Mara King", "languages": ["en"], "role": "agent"},
       {"id": "rt", "name": "Rob Tate", "languages": ["en"], "role": "supervisor"}]
      """,
      to: "agents.json"
    )
    return place
  }

  var environment: [String: String] {
    [
      "HOME": home.path, "USER": "mk", "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  // MARK: Files

  func file(_ name: String) -> String { "\(store)/\(name)" }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try TextFile.write(bytes, to: file(name))
  }

  func append(_ text: String, to name: String) throws {
    try TextFile.write(Array(text.utf8), to: file(name), appending: true)
  }

  func remove(_ name: String) throws {
    guard unlink(file(name)) == 0 else { throw TextFile.NotWritten(path: file(name)) }
  }

  func text(_ name: String) -> String? { TextFile.text(file(name)) }

  /// How many changes of definitions the history has, without the lines that complete them.
  var changes: Int {
    let lines = text("journal/changes.jsonl")?.split(separator: "\n") ?? []
    return lines.count { $0.contains("\"reason\"") }
  }

  // MARK: Running

  /// Runs a command on the store, at a fixed moment of it.
  func run(
    _ arguments: String...,
    input: String = "",
    environment more: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program(path: Self.rapport, environment: environment.merging(more) { $1 })
      .run(arguments + ["--store", store], input: Array(input.utf8))
  }

  /// Runs with exactly these arguments.
  func runBare(
    _ arguments: [String],
    input: [UInt8] = [],
    environment more: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program(path: Self.rapport, environment: environment.merging(more) { $1 })
      .run(arguments, input: input)
  }

  /// Opens the interface and waits for Find; an empty value takes a variable away.
  func open(
    _ arguments: [String] = [],
    columns: Int = 80,
    rows: Int = 24,
    environment more: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try start(arguments, columns: columns, rows: rows, environment: more)
    try terminal.wait(for: "Find with all customers") {
      $0.text.contains("F2 Find") && $0.text.contains(" customers") && !$0.text.contains(" read\n")
    }
    return terminal
  }

  /// Starts the program on a terminal, whatever comes of it.
  func start(
    _ arguments: [String] = [],
    columns: Int = 80,
    rows: Int = 24,
    environment more: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Self.rapport,
      ["--store", store] + arguments,
      columns: columns,
      rows: rows,
      environment: environment.merging(more) { $1 }
    )
    terminal.companion = self
    return terminal
  }
}
