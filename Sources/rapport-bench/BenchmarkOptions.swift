/// What a measurement can be told on the command line: names, each with one value.
protocol BenchmarkOptions {
  init()

  /// False where there is no such option, or where it does not take that.
  mutating func set(_ name: String, _ value: String) -> Bool
}

extension BenchmarkOptions {
  /// Nil where an option is unknown, has no value, or does not take its value.
  init?(_ arguments: ArraySlice<String>) {
    self.init()
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst(), set(name, value) else { return nil }
    }
  }
}
