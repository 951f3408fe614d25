import RapportCore

/// What a query that looks like a telephone number, or the beginning or end of one, finds.
struct PhonePattern: Sendable, Equatable {
  /// The number in full, in every way it may be stored.
  private var whole: [[UInt8]] = []
  private var beginnings: [[UInt8]] = []
  /// At least four digits.
  private var end: [UInt8]?

  /// Nil where the text has fewer than three digits.
  init?(_ text: String, plan: DialingPlan) {
    let typed = PhoneDigits.digits(of: text)
    guard typed.count >= 3, typed.count <= 20 else { return nil }
    let plus = UInt8(ascii: "+")
    let code = Array(plan.countryCode.utf8)
    let trunk = Array(plan.trunkPrefix.utf8)
    var national = typed
    beginnings = [typed]
    if typed.first == plus {
      national.removeFirst()
      beginnings.append(national)
      if !code.isEmpty, national.starts(with: code) {
        national.removeFirst(code.count)
        beginnings += [trunk + national, national]
      }
    } else {
      if !trunk.isEmpty, national.starts(with: trunk) { national.removeFirst(trunk.count) }
      if !code.isEmpty { beginnings.append([plus] + code + national) }
    }
    beginnings = beginnings.filter { $0.count >= 3 }
    if national.count >= 4 { end = national }
    if let number = PhoneNumber(parsing: text, country: plan.country) {
      let international = Array(number.international.utf8)
      let national = Array(number.national.utf8)
      let dialled = Array(number.dialled.utf8)
      whole = [[plus] + international, international, trunk + national, national, dialled]
    }
    whole += [typed]
  }

  /// Digits, and what a number is that is, begins or ends with them; the best first.
  var patterns: [(digits: [UInt8], quality: Hit.Quality)] {
    whole.filter { $0.count >= 3 }.map { ($0, .exact) } + beginnings.map { ($0, .prefix) }
      + (end.map { [($0, .suffix)] } ?? [])
  }
}
