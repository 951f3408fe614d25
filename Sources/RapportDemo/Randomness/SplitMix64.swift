/// A small, fast generator whose whole state is its seed.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// Never the system's randomness: the same seed must give the same store on every machine.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator of its own for one thing, so that things can be made in any order.
  init(seed: UInt64, stream: Stream, _ number: Int, _ ordinal: Int = 0) {
    var mixer = SplitMix64(seed: seed ^ (stream.rawValue &* 0xD6E8_FEB8_6659_FD93))
    let first = mixer.next() ^ (UInt64(truncatingIfNeeded: number) &* 0x9FB2_1C65_1E98_DF25)
    mixer = SplitMix64(seed: first)
    state = mixer.next() ^ (UInt64(truncatingIfNeeded: ordinal) &* 0xA24B_AED4_963E_E407)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in `0..<bound`; 0 where `bound` is not positive.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number in `range`, both ends included.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in `percent` of 100 cases.
  mutating func chance(_ percent: Double) -> Bool { unit() * 100 < percent }

  /// A number in `0..<1`.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// `unit()` to the power of `exponent`: the larger it is, the closer to 0 most values are.
  mutating func skewed(_ exponent: Int) -> Double {
    let value = unit()
    return (1..<max(2, exponent + 1)).dropLast().reduce(value) { power, _ in power * value }
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// One of `choices`, each as often as its weight says.
  mutating func weighted<Value>(_ choices: [(value: Value, weight: Int)]) -> Value? {
    var rest = below(choices.reduce(0) { $0 + $1.weight })
    for choice in choices {
      rest -= choice.weight
      if rest < 0 { return choice.value }
    }
    return choices.last?.value
  }

  /// What a generator is for; keeps the sequences of different things apart.
  enum Stream: UInt64 {
    case person = 1
    case account, orders, lifecycle, contactTimes, contact, survey, loyalty, feedback, costs,
      promises
  }
}
