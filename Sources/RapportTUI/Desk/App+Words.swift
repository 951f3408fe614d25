import RapportCore

extension Interaction {
  /// What the customer said, and apart from it what the agent noted in their stead.
  package var ratingWords: [String] {
    let said = rating.map { "rated \($0.score) of \($0.of)" }
    let heard = noted.map { "noted by agent: \($0.score) of \($0.of)" }
    return [said, heard].compactMap(\.self)
  }
}

/// Sentences that several views say.
extension App {
  /// `phone · Charged twice` of an open contact, and what is still to be confirmed.
  func contactWords(_ tab: Tab) -> String {
    let reason = knowledge.title(of: tab.contact.intent) ?? "no reason yet"
    let state = tab.isStarted ? "" : " · only a card"
    let mark = tab.contact.foundBy == nil ? "" : " · confirm who it is"
    return "\(tab.contact.channel.word) · \(reason)\(state)\(mark)"
  }

  /// `2 days ago, e-mail: charged twice, not solved, rated 2 of 5`.
  func words(_ past: Interaction, now: Instant) -> String {
    let when = TimeWords.ago(past.at, now: now, zone: zone)
    let via = past.channel.map { ", \($0.word)" } ?? ""
    var parts = [knowledge.title(of: past.intent)].compactMap(\.self)
    if let outcome = past.outcome { parts.append(Outcome.word(for: outcome)) }
    parts += past.ratingWords
    return when + via + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }
}
