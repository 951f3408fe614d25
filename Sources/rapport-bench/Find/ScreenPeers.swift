import Glibc
import JSONLogic
import TestSupport

/// From a key to a settled screen, in fzf and in the program, for the same queries on the same store.
struct ScreenPeers {
  let store: String
  let customers: Int
  let queries: [CallerQuery]
  let keys: Int
  let home: String

  private static let fzf = "/usr/bin/fzf"
  private static let clear = "\u{15}"
  /// fzf sleeps between looking and drawing.
  private static let quiet = 40

  /// Exact queries, as many as the keystrokes are enough for; fzf knows no errors.
  private var sample: [CallerQuery] {
    var left = keys
    return queries.filter { query in
      guard query.kind == .exact, query.text.count <= left else { return false }
      left -= query.text.count
      return true
    }
  }

  func run(lines: String) throws -> JSON {
    guard access(Self.fzf, X_OK) == 0 else {
      return ["fzf": "not measured: there is no \(Self.fzf)"]
    }
    guard access(lines, R_OK) == 0 else { return ["fzf": "not measured: python3 made no lines"] }
    let program = BuiltProduct.path("rapport")
    guard access(program, X_OK) == 0 else {
      return ["ours": "not measured: swift build -c release --product rapport"]
    }
    return ["fzf": try fzf(lines).json, "ours": try ours(program)]
  }

  private func fzf(_ lines: String) throws -> KeystrokeFigures {
    let command = "exec \(Self.fzf) --no-sort --layout=reverse < '\(lines)'"
    let session = try ScreenSession("/bin/sh", ["-c", command], home: home)
    let all = "\(customers)/\(customers)"
    try session.wait(for: "all lines in fzf") { $0.text.contains(all) }
    session.rest()
    var figures = KeystrokeFigures()
    for query in sample {
      for key in query.text {
        figures.add(try session.press(String(key), quiet: Self.quiet))
      }
      _ = try session.press(Self.clear, quiet: Self.quiet)
      try session.wait(for: "all lines again") { $0.text.contains(all) }
    }
    return figures
  }

  private func ours(_ program: String) throws -> JSON {
    let session = try ScreenSession(program, ["--store", store, "--agent", "mk"], home: home)
    try session.wait(for: "Find", until: FindBenchmark.isEmpty)
    try session.wait(for: "all customers") { FindBenchmark.census($0) == customers }
    session.rest()
    var figures = KeystrokeFigures()
    for query in sample {
      for key in query.text { figures.add(try session.press(String(key))) }
      _ = try session.pressEscape()
      try session.wait(for: "an empty field", until: FindBenchmark.isEmpty)
    }
    return figures.json
  }
}
