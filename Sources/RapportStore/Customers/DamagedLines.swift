/// The lines of customers.jsonl that cannot be read.
struct DamagedLines {
  /// The first of them and why.
  private(set) var named: [(line: Int, reason: String)] = []

  /// So many are named.
  private static let most = 100

  /// Reads the file up to a place; what cannot be read of it any more is left out.
  init(_ source: RecordSource, to limit: Int) {
    var reader = CustomerFileReader(source, from: 0, to: limit, line: 0, fields: .none)
    while named.count < Self.most, let batch = (try? reader.next()) ?? nil {
      for entry in batch.entries {
        guard case .damaged(let line, let reason) = entry, named.count < Self.most else { continue }
        named.append((line, reason))
      }
    }
  }
}
