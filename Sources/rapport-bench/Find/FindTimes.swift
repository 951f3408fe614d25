import JSONLogic

/// Times of keystrokes, in milliseconds by nearest rank.
struct FindTimes {
  private var times: [Duration] = []

  mutating func add(_ time: Duration) { times.append(time) }

  var json: JSON {
    guard !times.isEmpty else { return ["keystrokes": 0] }
    let sorted = times.sorted()
    func rank(_ percent: Int) -> JSON {
      let time = sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
      return JSON((time / .nanoseconds(100)).rounded() / 10_000)
    }
    return [
      "keystrokes": JSON(times.count), "p50": rank(50), "p95": rank(95), "p99": rank(99),
      "max": rank(100),
    ]
  }
}
