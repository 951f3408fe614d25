import RapportCore

extension LikelyDuplicate {
  /// `Zoë Müller, Berlin: same phone, similar name`.
  var words: String {
    let facts = CustomerPresentation(customer)
    let place = [facts.title, facts.place ?? facts.company].compactMap(\.self)
    return place.joined(separator: ", ") + ": " + reasons.map(\.words).joined(separator: ", ")
  }
}

extension LikelyDuplicate.Reason {
  var words: String {
    switch (field, quality) {
    case (.phone, .exact): "same phone"
    case (.phone, _): "phone ends so"
    case (.email, .exact): "same e-mail"
    case (.email, _): "similar e-mail"
    case (.name, .exact): isWhole ? "same name" : "has that name"
    case (.name, .prefix): "name begins so"
    case (.name, .nickname): "a short form of the name"
    case (.name, .sound): "name sounds alike"
    case (.name, _): "similar name"
    }
  }
}
