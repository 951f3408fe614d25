/// What `rapport-bench find` measures.
struct FindOptions: BenchmarkOptions {
  var customers = 1_000_000
  /// A store with customers, of which only what is derived is made anew, or where to make one and leave
  /// it; else one is made and removed at the end.
  var store: String?
  var seed: UInt64 = 42
  /// How often customers are read from nothing.
  var builds = 3
  /// How often all queries are typed.
  var rounds = 2
  /// How many new processes look for somebody.
  var launches = 9
  var peers = ["fts5", "tantivy", "fzf"]
  /// Keystrokes on a pseudo-terminal, in fzf and here.
  var screenKeys = 150

  mutating func set(_ name: String, _ value: String) -> Bool {
    switch (name, Int(value)) {
    case ("--customers", let count?) where 1...1_000_000 ~= count: customers = count
    case ("--store", _): store = value
    case ("--seed", let seed?) where seed >= 0: self.seed = UInt64(seed)
    case ("--builds", let count?) where count > 0: builds = count
    case ("--rounds", let count?) where count > 1: rounds = count
    case ("--launches", let count?) where count > 0: launches = count
    case ("--screen-keys", let count?) where count > 0: screenKeys = count
    case ("--peers", _): peers = value == "none" ? [] : value.split(separator: ",").map(String.init)
    default: return false
    }
    return true
  }
}
