import JSONLogic

/// SQLite's full-text search and tantivy in the same run, and the lines that fzf reads.
struct FindPeers {
  let customers: String
  let queries: String
  let folder: String
  let names: [String]

  /// By name; a text where one is missing.
  func run() throws -> JSON {
    guard !names.isEmpty else { return [:] }
    let script = folder + "/peers.py"
    try BenchmarkFile.write(Array(FindPeerScript.text.utf8), to: script)
    let output = try PeerProcess.output(
      of: ["python3", script, customers, queries, folder, names.joined(separator: ",")]
    )
    return (try? JSON(parsing: output)) ?? "python3 did not run to its end"
  }

  /// What fzf reads, once `run` has made it.
  var lines: String { folder + "/customers.tsv" }
}
