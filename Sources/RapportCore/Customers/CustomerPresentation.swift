import JSONLogic

/// A customer as people may see it: the one place that personal data passes on its way to a screen,
/// an export, a log or the clipboard.
///
/// Masked, personal values are shortened so far that they tell two customers apart and nothing more.
/// Control characters are the terminal's concern, which removes them from everything it draws.
package struct CustomerPresentation: Sendable {
  package let customer: Customer
  package let account: Customer?
  package let masked: Bool

  package init(_ customer: Customer, account: Customer? = nil, masked: Bool = false) {
    self.customer = customer
    self.account = account
    self.masked = masked
  }

  package var id: String { customer.id.rawValue }

  /// In any culture and of one word or none: the name, else the company, else `no name`.
  package var name: String {
    if let name = customer.name.displayed(language: customer.language) { return mask(name: name) }
    return company ?? "no name"
  }

  package var hasName: Bool { customer.name.displayed(language: nil) != nil }

  /// What the agent may call the person by: preferred, else given name.
  package var shortName: String? {
    (customer.name.preferred ?? customer.name.given).map(mask(name:))
  }

  /// The customer's own, else the account's name.
  package var company: String? {
    (customer.company ?? account?.name.displayed(language: nil) ?? account?.company)
      .map(mask(name:))
  }

  /// The town, else the region, else the country.
  package var place: String? {
    for path in ["city", "town", "region", "state", "country"] {
      if let text = customer.value(at: "geographic." + path)?.stringValue?.nonBlank { return text }
    }
    return nil
  }

  package var emails: [String] { customer.emails.map(mask(email:)) }
  package var phones: [String] { customer.phones.map(mask(phone:)) }
  package var note: String? { customer.note.map { masked ? "hidden" : $0 } }

  /// The value in words; nil where it is missing.
  package func words(_ attribute: Attribute, _ wording: Wording) -> String? {
    let facts = CustomerFacts(customer, account: account)
    guard let value = facts.value(at: attribute.path) else { return nil }
    var wording = wording
    wording.masked = wording.masked || masked
    return AttributeValue(value, of: attribute).words(wording)
  }

  /// Makes `Z. M.` of `Zoë Müller`.
  private func mask(name: String) -> String {
    guard masked else { return name }
    return name.split(whereSeparator: \.isWhitespace).prefix(3).map { "\($0.prefix(1))." }
      .joined(separator: " ")
  }

  /// Makes `z…@…` of `zoe@example.org`.
  private func mask(email: String) -> String { masked ? "\(email.prefix(1))…@…" : email }

  /// Makes `…20` of `+49 30 901820`.
  private func mask(phone: String) -> String {
    masked ? "…" + String(phone.filter(\.isNumber).suffix(2)) : phone
  }
}
