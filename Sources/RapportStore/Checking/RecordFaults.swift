import CSimdJSON
import RapportCore

/// What is wrong with the lines of one file of records, gathered while it is read: how often, and where
/// the first few are.
///
/// A later line with the same id replaces an earlier one, and with it what was wrong.
struct RecordFaults {
  private struct Fault {
    var kind: Int32
    var line: Int
  }

  private struct Sample {
    var line: Int
    var value: String
  }

  let file: String
  /// What the lines are about: `customers`, `lines`.
  let subject: String
  private var kinds: [String] = []
  private var known: [String: Int32] = [:]
  private var samples: [[Sample]] = []
  /// By a hash of the id.
  private var faults: [UInt64: [Fault]] = [:]
  private var damage: [(line: Int, reason: String)] = []
  private var damaged = 0

  private static let mostNamed = 3
  /// Damaged lines differ, so more of them are named.
  private static let mostDamageNamed = 100

  init(_ file: String, subject: String) {
    self.file = file
    self.subject = subject
  }

  /// Forgets what an earlier line of that id had.
  mutating func replace(id: UInt64) {
    if !faults.isEmpty { faults[id] = nil }
  }

  /// Notes a fault of a line, such as `behavioral.orders is no whole number`, with its value.
  mutating func note(_ kind: String, value: String?, id: UInt64, line: Int) {
    let number: Int32
    if let position = known[kind] {
      number = position
    } else {
      number = Int32(kinds.count)
      known[kind] = number
      kinds.append(kind)
      samples.append([])
    }
    faults[id, default: []].append(Fault(kind: number, line: line))
    if let value, samples[Int(number)].count < 100 {
      samples[Int(number)].append(Sample(line: line, value: value))
    }
  }

  mutating func noteDamage(_ reason: String, line: Int) {
    damaged += 1
    if damage.count < Self.mostDamageNamed { damage.append((line, reason)) }
  }

  /// One problem for each damaged line and one for each kind of fault, at its first line.
  var problems: [Problem] {
    var problems = damage.map { line, reason in
      Problem(.error, at: Place(file: file, line: line), "the line is damaged: \(reason)")
    }
    if damaged > damage.count {
      let rest = "\(damaged - damage.count) more lines are damaged"
      problems.append(Problem(.error, at: Place(file: file), rest))
    }
    var lines = [[Int]](repeating: [], count: kinds.count)
    for fault in faults.values.joined() { lines[Int(fault.kind)].append(fault.line) }
    for (kind, places) in lines.enumerated() where !places.isEmpty {
      let places = places.sorted()
      let message = "\(kinds[kind])\(words(places, samples[kind]))"
      problems.append(Problem(.warning, at: Place(file: file, line: places[0]), message))
    }
    return problems
  }

  /// ` (17 customers: "many" in line 3, "few" in line 9, line 12 and more)`.
  private func words(_ lines: [Int], _ samples: [Sample]) -> String {
    let named = lines.prefix(Self.mostNamed).map { line in
      let value = samples.first { $0.line == line }?.value
      return value.map { "\($0) in line \(line)" } ?? "line \(line)"
    }
    let count = lines.count == 1 ? "" : "\(lines.count) \(subject): "
    let rest = lines.count > named.count ? " and more" : ""
    return " (\(count)\(named.joined(separator: ", "))\(rest))"
  }

  /// A hash of an id, as it stands in a line.
  static func key(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    simd_hash(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, 0)
  }
}
