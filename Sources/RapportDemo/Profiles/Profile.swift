/// What is known of one made-up customer; nil and empty are what is not known.
struct Profile {
  struct Name {
    var full: String
    var given: String?
    var family: String?
    var preferred: String?
    var salutation: String?
  }

  var id: String
  var number: Int
  var isAccount = false
  var name: Name?
  var emails: [String] = []
  var phones: [String] = []
  var company: String?
  var account: String?
  var owner: String?
  var language: String?
  var timeZone: String?
  /// Hours east of Greenwich; only for believable contact times.
  var offset = 1
  var since: CivilDay?
  var tags: [String] = []
  var note: String?

  var demographic = Demographic()
  var behavioral = Behavioral()
  var psychographic = Psychographic()
  var geographic = Geographic()
  var technographic = Technographic()
  var firmographic = Firmographic()

  /// Asked and not answered.
  var notSaid: [(path: String, on: CivilDay)] = []
  /// When single answers were given.
  var observed: [(path: String, on: CivilDay)] = []
  var asOf: CivilDay?
  /// Seconds since 1970.
  var updated = 0
}

extension Profile {
  struct Demographic {
    var birthYear: Int?
    var gender: String?
    var household: Int?
    var children: Bool?
  }

  struct Behavioral {
    var orders: Int?
    var lastOrder: CivilDay?
    /// In cents.
    var spend12m: Int?
    var contacts90d: Int?
    var returns12m: Int?
    var lastService: CivilDay?
    var subscription: String?
    var contractNumber: String?
    var rideDays: Int?
  }

  struct Psychographic {
    var values: [String]?
    var ridingStyle: String?
    var priceAttitude: String?
    var contactStyle: String?
  }

  struct Geographic {
    var country: String?
    var city: String?
    var postcode: String?
    var setting: String?
  }

  struct Technographic {
    var device: String?
    var appVersion: String?
    var bikes: [String]?
    var bikeBought: CivilDay?
    var firmware: String?
  }

  struct Firmographic {
    var industry: String?
    var employees: Int?
    var fleetSize: Int?
    var role: String?
    var jobTitle: String?
    var contractEnds: CivilDay?
  }
}
