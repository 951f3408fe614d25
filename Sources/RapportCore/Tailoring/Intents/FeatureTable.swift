import Glibc

/// The features of examples, counted while they are read.
struct FeatureTable {
  private(set) var intents: [Intent.ID] = []
  private(set) var intentOf: [Int32] = []
  private(set) var numbers: [Utterance.Feature: Int32] = [:]
  private var positions: [Intent.ID: Int32] = [:]
  /// One an example and feature; the weight is how often it is there.
  private var entries: [(feature: Int32, holder: Int32, weight: Float)] = []
  /// Features of each example, repeated ones counted.
  private var lengths: [Float] = []

  mutating func add(_ example: IntentExample) {
    let holder = Int32(intentOf.count)
    intentOf.append(position(of: example.intent))
    var counts: [Int32: Float] = [:]
    Utterance(example.text).forEachFeature { feature, _, _ in
      let next = Int32(numbers.count)
      let number = numbers[feature, default: next]
      if number == next { numbers[feature] = next }
      counts[number, default: 0] += 1
    }
    lengths.append(counts.values.reduce(0, +))
    entries += counts.sorted { $0.key < $1.key }.map { ($0.key, holder, $0.value) }
  }

  private mutating func position(of intent: Intent.ID) -> Int32 {
    if let position = positions[intent] { return position }
    let position = Int32(intents.count)
    positions[intent] = position
    intents.append(intent)
    return position
  }

  /// The weight of each feature in each example, as BM25 has it, with the inverse frequency.
  func weighed(saturation: Float, lengthWeight: Float) -> PostingLists {
    var frequencies = [Float](repeating: 0, count: numbers.count)
    for entry in entries { frequencies[Int(entry.feature)] += 1 }
    let count = Float(lengths.count)
    let rarities = frequencies.map { log(1 + (count - $0 + 0.5) / ($0 + 0.5)) }
    let average = max(1, lengths.reduce(0, +) / max(1, count))
    let weighed = entries.map { entry in
      let length = lengths[Int(entry.holder)] / average
      let damping = saturation * (1 - lengthWeight + lengthWeight * length)
      let weight = entry.weight * (saturation + 1) / (entry.weight + damping)
      return (entry.feature, entry.holder, weight * rarities[Int(entry.feature)])
    }
    return PostingLists(features: numbers.count, weighed)
  }

  /// In how many examples of each reason each feature is, and how many that are by reason.
  func countedByIntent() -> (lists: PostingLists, totals: [Float]) {
    var counts: [UInt64: Float] = [:]
    var totals = [Float](repeating: 0, count: intents.count)
    for entry in entries {
      let intent = intentOf[Int(entry.holder)]
      counts[UInt64(entry.feature) << 32 | UInt64(intent), default: 0] += 1
      totals[Int(intent)] += 1
    }
    let byIntent = counts.sorted { $0.key < $1.key }.map { key, count in
      (Int32(key >> 32), Int32(truncatingIfNeeded: key & 0xFFFF_FFFF), count)
    }
    return (PostingLists(features: numbers.count, byIntent), totals)
  }
}
