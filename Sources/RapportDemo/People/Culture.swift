import JSONLogic

/// How the people of one language are named, and where they live, call from and trade.
///
/// Surnames come from a list of real ones and from parts of such names put together, so that a
/// million people do not share a few hundred names.
struct Culture {
  enum Order: String {
    case givenFamily = "given-family"
    case familyGiven = "family-given"
    /// Without a space between them.
    case joined = "family-given-joined"
    case twoFamilies = "given-two-families"
  }

  struct Place {
    var city: String
    /// `#` is a digit, `@` a letter.
    var postcode: String
    var timeZone: String
    /// Hours east of Greenwich in winter; only for believable contact times.
    var offset: Int
    var country: String
  }

  var id: String
  /// Share of the customers, in tenths of a percent.
  var weight: Int
  var language: String
  var order: Order
  var salutations: (female: String, male: String)?
  var female: [NamePart]
  var male: [NamePart]
  /// Given names put together from these, where `female` and `male` are empty.
  var composedFemale: [[NamePart]]
  var composedMale: [[NamePart]]
  var families: [NamePart]
  /// Each a list of parts to choose one of each from.
  var composedFamilies: [[[NamePart]]]
  /// Endings of a woman's surname, the first that fits.
  var feminine: [(ending: String, instead: String)]
  var places: [Place]
  /// `#` is a digit; `~` an extension that keeps reserved numbers apart.
  var phones: [String]
  var trades: [NamePart]
  var forms: [NamePart]
  /// Whether `forms` stand before the company's name.
  var formFirst: Bool
}

extension Culture {
  /// Nil where the material is not what the tests hold it to.
  init?(_ json: JSON) {
    guard let id = json["id"]?.stringValue, let weight = json["weight"]?.doubleValue,
      let language = json["language"]?.stringValue,
      let order = json["order"]?.stringValue.flatMap(Order.init(rawValue:))
    else { return nil }
    self.id = id
    self.weight = Int(weight * 10)
    self.language = language
    self.order = order
    if let female = json["salutations"]?["f"]?.stringValue,
      let male = json["salutations"]?["m"]?.stringValue
    {
      salutations = (female, male)
    }
    female = Self.names(json["female"])
    male = Self.names(json["male"])
    composedFemale = Self.parts(json["composeFemale"])
    composedMale = Self.parts(json["composeMale"])
    families = Self.names(json["family"])
    composedFamilies = (json["compose"]?.arrayValue ?? []).map { Self.parts($0) }
    feminine = (json["feminine"]?.arrayValue ?? []).compactMap { pair in
      guard let ending = pair[0]?.stringValue, let instead = pair[1]?.stringValue else {
        return nil
      }
      return (ending, instead)
    }
    places = (json["places"]?.arrayValue ?? []).compactMap(Place.init)
    phones = (json["phones"]?.arrayValue ?? []).compactMap(\.stringValue)
    trades = Self.names(json["trades"])
    forms = Self.names(json["forms"])
    formFirst = json["formFirst"]?.boolValue ?? false
    if places.isEmpty || phones.isEmpty || families.isEmpty { return nil }
  }

  private static func names(_ json: JSON?) -> [NamePart] { NamePart.list(json?.stringValue ?? "") }

  private static func parts(_ json: JSON?) -> [[NamePart]] {
    (json?.arrayValue ?? []).map { names($0) }
  }
}

extension Culture.Place {
  fileprivate init?(_ json: JSON) {
    guard let city = json["city"]?.stringValue, let postcode = json["postcode"]?.stringValue,
      let timeZone = json["timeZone"]?.stringValue, let offset = json["offset"]?.intValue,
      let country = json["country"]?.stringValue
    else { return nil }
    self.init(
      city: city,
      postcode: postcode,
      timeZone: timeZone,
      offset: offset,
      country: country
    )
  }
}
