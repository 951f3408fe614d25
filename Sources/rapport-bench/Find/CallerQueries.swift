import JSONLogic
import RapportCore
import RapportStore

/// Draws queries about customers of a store, wherever their lines stand.
///
/// As many of each kind as when the limits of the peers were measured: 61 exact, 32 misspelt, 7 short.
struct CallerQueries: ~Copyable {
  static let exact = 61
  static let misspelt = 32
  static let short = 7

  let file: OpenFile
  let size: Int
  var random: SplitMix64

  /// More than the longest line.
  private static let piece = 1 << 16

  static func draw(from path: String, seed: UInt64) throws -> [CallerQuery] {
    let size = try FileStatus(at: path)?.size ?? 0
    let file = try OpenFile(path, for: .reading)
    var drawing = CallerQueries(file: file, size: size, random: SplitMix64(seed: seed))
    var queries: [CallerQuery] = []
    for way in 0..<exact {
      queries.append(try drawing.query { customer, _ in .exact(customer, way: way) })
    }
    for way in 0..<misspelt {
      queries.append(
        try drawing.query { .misspelt($0, way: way, using: &$1) }
      )
    }
    for way in 0..<short {
      queries.append(try drawing.query { customer, _ in .short(customer, way: way) })
    }
    return queries
  }

  /// The first that can be made of somebody drawn.
  private mutating func query(
    _ make: (Customer, inout SplitMix64) -> CallerQuery?
  ) throws -> CallerQuery {
    for _ in 0..<10_000 {
      if let customer = try customer(), let query = make(customer, &random) { return query }
    }
    throw FindError.noCallers
  }

  private mutating func customer() throws -> Customer? {
    let start = Int.random(in: 0..<max(1, size - 1), using: &random)
    let bytes = try file.read(start..<min(size, start + Self.piece))
    let lines = bytes.split(separator: 0x0A, maxSplits: 2)
    guard lines.count == 3 else { return nil }
    let customer = (try? JSON(parsing: lines[1]))?.objectValue.flatMap { Customer(record: $0) }
    return customer?.kind == .person ? customer : nil
  }
}
