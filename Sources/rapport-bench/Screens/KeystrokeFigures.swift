import JSONLogic

/// Percentiles over keystrokes, by nearest rank.
struct KeystrokeFigures {
  private(set) var keystrokes: [Keystroke] = []

  mutating func add(_ keystroke: Keystroke) { keystrokes.append(keystroke) }

  mutating func add(_ other: KeystrokeFigures) { keystrokes += other.keystrokes }

  var json: JSON {
    let bytes = keystrokes.map(\.bytes).sorted()
    return [
      "keys": JSON(keystrokes.count),
      "firstByteMilliseconds": Self.percentiles(keystrokes.map(\.first)),
      "settledMilliseconds": Self.percentiles(keystrokes.map(\.settled)),
      "bytes": ["median": JSON(bytes[bytes.count / 2]), "max": JSON(bytes[bytes.count - 1])],
    ]
  }

  static func milliseconds(_ time: Duration) -> JSON {
    JSON((time / .microseconds(1)).rounded() / 1_000)
  }

  private static func percentiles(_ times: [Duration]) -> JSON {
    let sorted = times.sorted()
    func rank(_ percent: Int) -> JSON {
      milliseconds(sorted[max(0, (sorted.count * percent + 99) / 100 - 1)])
    }
    return ["p50": rank(50), "p99": rank(99), "max": rank(100)]
  }
}
