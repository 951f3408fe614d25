/// What `rapport-bench rules` measures.
struct RulesOptions: BenchmarkOptions {
  var customers = 1_000_000
  /// Where customers.jsonl is, or is made; else a folder that is removed at the end.
  var folder: String?
  var rounds = 7

  mutating func set(_ name: String, _ value: String) -> Bool {
    switch (name, Int(value)) {
    case ("--customers", let count?) where count > 0: customers = count
    case ("--rounds", let count?) where count > 0: rounds = count
    case ("--folder", _): folder = value
    default: return false
    }
    return true
  }
}
