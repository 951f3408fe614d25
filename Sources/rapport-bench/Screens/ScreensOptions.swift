import TestSupport

/// What `rapport-bench screens` measures.
struct ScreensOptions: BenchmarkOptions {
  /// The release build of the program.
  var program = BuiltProduct.path("rapport")
  /// Of each demo store, one after the other.
  var customers = [2_000, 100_000]
  var queries = 100
  var launches = 9

  mutating func set(_ name: String, _ value: String) -> Bool {
    let counts = value.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    switch name {
    case "--program": program = value
    case "--customers" where counts.allSatisfy { 1...1_000_000 ~= $0 }: customers = counts
    case "--queries" where counts.count == 1 && counts[0] > 0: queries = counts[0]
    case "--launches" where counts.count == 1 && counts[0] > 0: launches = counts[0]
    default: return false
    }
    return true
  }
}
