import RapportCore

/// What the screens say of a customer besides the plain fields.
extension CustomerPresentation {
  /// The name or company, else what else there is to call them by.
  var title: String {
    if hasName || company != nil { return name }
    return emails.first ?? phones.first ?? id
  }

  /// Short, for a tab.
  var shortTitle: String {
    shortName ?? title.split(separator: " ").first.map(String.init) ?? title
  }

  var language: String? { customer.language }
  var zone: Zone? { customer.timeZone.flatMap(TimeZones.zone) }

  /// The city in the name of the time zone, as `Berlin`.
  var zoneCity: String? {
    customer.timeZone?.split(separator: "/").last.map { String($0).replacing("_", with: " ") }
  }
}

extension String {
  /// The text, or nil where there is nothing to see in it.
  var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
