/// What `rapport-bench fuzz` is told.
struct FuzzOptions: BenchmarkOptions {
  var seconds = 600
  var seed: UInt64 = 1
  /// The first round, to read a single one again: every round is made from the seed and its number.
  var first = 0
  var rounds = Int.max

  mutating func set(_ name: String, _ value: String) -> Bool {
    switch (name, Int(value)) {
    case ("--seconds", let seconds?) where seconds > 0: self.seconds = seconds
    case ("--seed", let seed?) where seed >= 0: self.seed = UInt64(seed)
    case ("--first", let first?) where first >= 0: self.first = first
    case ("--rounds", let rounds?) where rounds > 0: self.rounds = rounds
    default: return false
    }
    return true
  }
}
