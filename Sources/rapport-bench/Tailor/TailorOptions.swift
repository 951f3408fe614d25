/// What `rapport-bench tailor` measures.
struct TailorOptions: BenchmarkOptions {
  var customers = 500
  var rounds = 20

  mutating func set(_ name: String, _ value: String) -> Bool {
    guard let count = Int(value), count > 0 else { return false }
    switch name {
    case "--customers": customers = count
    case "--rounds": rounds = count
    default: return false
    }
    return true
  }
}
