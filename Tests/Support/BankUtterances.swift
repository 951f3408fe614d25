/// What customers wrote to a bank, each with its reason: the training half of Banking77.
package struct BankUtterances: Sendable {
  package private(set) var texts: [(text: String, reason: String)] = []

  /// Nil where the shared data is absent.
  package init?() {
    guard let bytes = SharedData.bytes("intents/banking77-train.csv") else { return nil }
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\n") where !isQuoted:
        cells.append(String(decoding: cell.filter { $0 != 0x0D }, as: UTF8.self))
        if cells.count == 2 { texts.append((cells[0], cells[1])) }
        (cells, cell) = ([], [])
      default: cell.append(byte)
      }
    }
    texts.removeFirst()
  }

  /// The positions by fold: every reason's texts are dealt out in turn, from a shuffled order.
  package func folds(_ count: Int, seed: UInt64) -> [[Int]] {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
      return bits ^ bits >> 31
    }
    let keys = texts.map { _ in next() }
    let byReason = Dictionary(grouping: texts.indices) { texts[$0].reason }
    var folds = [[Int]](repeating: [], count: count)
    for (_, positions) in byReason.sorted(by: { $0.key < $1.key }) {
      for (turn, position) in positions.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
        folds[turn % count].append(position)
      }
    }
    return folds.map { $0.sorted() }
  }
}
