import JSONLogic

/// Times of launches, in milliseconds from starting the program.
enum LaunchFigures {
  static func json(_ times: [Duration]) -> JSON {
    let sorted = times.sorted()
    guard let fastest = sorted.first, let slowest = sorted.last else { return .null }
    return [
      "fastest": KeystrokeFigures.milliseconds(fastest),
      "median": KeystrokeFigures.milliseconds(sorted[sorted.count / 2]),
      "slowest": KeystrokeFigures.milliseconds(slowest),
    ]
  }
}
