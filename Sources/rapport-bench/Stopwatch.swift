/// Times of repeated work.
struct Stopwatch {
  private(set) var times: [Duration] = []

  mutating func measure<Result>(_ work: () async throws -> Result) async rethrows -> Result {
    let start = ContinuousClock.now
    let result = try await work()
    times.append(ContinuousClock.now - start)
    return result
  }

  /// In milliseconds.
  var median: Double { milliseconds(times.sorted()[times.count / 2]) }
  var slowest: Double { milliseconds(times.max() ?? .zero) }
  var fastest: Double { milliseconds(times.min() ?? .zero) }

  private func milliseconds(_ time: Duration) -> Double {
    (time / .microseconds(1)).rounded() / 1_000
  }
}
