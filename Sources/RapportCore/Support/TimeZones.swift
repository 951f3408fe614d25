import Foundation
import Synchronization

/// The time zones there are.
///
/// The only place that asks Foundation, which carries their database.
package enum TimeZones {
  private static let made = Mutex<[String: Zone]>([:])

  /// The zone of an IANA identifier, or nil where there is none of that name.
  ///
  /// Names are case-sensitive; abbreviations that mean several places (`PST`) are no identifiers.
  /// The first call for a zone takes about 0.2 ms, a later one a look-up.
  package static func zone(_ identifier: String) -> Zone? {
    if let zone = made.withLock({ $0[identifier] }) { return zone }
    guard let zone = make(identifier) else { return nil }
    made.withLock { $0[identifier] = zone }
    return zone
  }

  package static let utc = Zone(id: "UTC", starts: [0], offsets: [0], end: .max, exact: { _ in 0 })

  /// The identifier that was probably meant.
  package static func suggestion(for identifier: String) -> String? {
    let known = TimeZone.knownTimeZoneIdentifiers
    if let city = known.first(where: { isCity(identifier, of: $0) }) { return city }
    return SpellingSuggestion.closest(to: identifier, among: known)
  }

  /// `berlin` and `New York` name the last part of an identifier.
  private static func isCity(_ text: String, of identifier: String) -> Bool {
    guard let city = identifier.split(separator: "/").last else { return false }
    return city.lowercased() == text.lowercased().replacing(" ", with: "_")
  }

  private static func make(_ identifier: String) -> Zone? {
    if ["UTC", "Etc/UTC", "GMT", "Z"].contains(identifier) {
      return Zone(id: identifier, starts: [0], offsets: [0], end: .max, exact: { _ in 0 })
    }
    guard identifier.contains("/") || soleNames.contains(identifier),
      let zone = TimeZone(identifier: identifier)
    else { return nil }
    let exact: @Sendable (Int64) -> Int = { second in
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
    }
    let (starts, offsets) = table(exact)
    return Zone(id: identifier, starts: starts, offsets: offsets, end: tableEnd, exact: exact)
  }

  /// Identifiers of the database without a region that are one place or rule.
  private static let soleNames: Set = [
    "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "HST", "Hongkong",
    "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST", "MST7MDT",
    "NZ", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey",
    "UCT", "Universal", "WET", "Zulu",
  ]

  /// 2010-01-01 to 2040-01-01.
  private static let tableStart: Int64 = 1_262_304_000
  private static let tableEnd: Int64 = 2_208_988_800

  /// Looks every ten days (the shortest summer time on record takes a month) and halves the span of
  /// a change until its second is known.
  private static func table(_ exact: (Int64) -> Int) -> (starts: [Int64], offsets: [Int32]) {
    var starts = [tableStart]
    var offsets = [Int32(exact(tableStart))]
    var previous = tableStart
    while previous < tableEnd {
      let next = min(tableEnd, previous + 864_000)
      let offset = Int32(exact(next))
      if let last = offsets.last, last != offset {
        var (low, high) = (previous, next)
        while high - low > 1 {
          let middle = (low + high) / 2
          if exact(middle) == Int(last) { low = middle } else { high = middle }
        }
        starts.append(high)
        offsets.append(offset)
      }
      previous = next
    }
    return (starts, offsets)
  }
}
