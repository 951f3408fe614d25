import JSONLogic

/// Numbers as people write them: `12,840` and `1,289.5`.
package enum NumberWords {
  /// At most `fraction` digits after the point; thousands are grouped from 10,000 on, so that a year
  /// stays a year.
  package static func words(_ value: Double, fraction: Int = 2) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return JSON(value).compact() }
    var scale = 1.0
    for _ in 0..<fraction { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    let whole = (scaled / scale).rounded(.down)
    var decimals = String(Int64(scaled - whole * scale))
    decimals = String(repeating: "0", count: max(0, fraction - decimals.count)) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    let digits = grouped(String(Int64(whole)))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + digits + (decimals.isEmpty ? "" : "." + decimals)
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.count > 4 else { return digits }
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
