/// Which segments of the demo store a customer is in, straight from the facts.
///
/// The journals need this for a million customers in seconds and without the rule engine; the tests
/// hold it equal to the rules in segments.json.
struct DemoMemberships {
  /// By segment id; nil is not known.
  let answers: [(segment: String, answer: Bool?)]

  init(of profile: Profile, account: Profile?, today: CivilDay) {
    let facts = Facts(profile: profile, account: account, today: today)
    let isKey = facts.isKeyAccount
    answers = [
      ("ageing-batteries", facts.hasAgeingBattery),
      ("careful-spenders", facts.spendsCarefully),
      ("daily-commuters", facts.commutesDaily),
      ("green-minded", Answer.test(profile.psychographic.values) { $0.contains("sustainability") }),
      ("key-accounts", Self.manual[profile.id] ?? isKey),
      ("loyal-advocates", facts.isLoyal),
      ("mobile-first", facts.isMobile),
      ("newcomers", facts.isNew),
      ("overseas", facts.isOverseas),
      ("slipping-away", facts.slipsAway),
      ("small-fleets", facts.hasSmallFleet(isKeyAccount: Self.manual[profile.id] ?? isKey)),
      ("young-families", facts.isYoungFamily),
    ]
  }

  func answer(_ segment: String) -> Bool? {
    answers.first { $0.segment == segment }?.answer
  }

  var isIn: [String] { answers.filter { $0.answer == true }.map(\.segment) }

  var unknown: [String] { answers.filter { $0.answer == nil }.map(\.segment) }

  private static let manual = ["C-000123": true]
}

/// The rules, one each.
private struct Facts {
  let profile: Profile
  let employees: Int?
  let fleetSize: Int?
  let today: CivilDay

  init(profile: Profile, account: Profile?, today: CivilDay) {
    self.profile = profile
    self.today = today
    employees = profile.firmographic.employees ?? account?.firmographic.employees
    fleetSize = profile.firmographic.fleetSize ?? account?.firmographic.fleetSize
  }

  var isKeyAccount: Bool? {
    Answer.all(Answer.test(employees) { $0 >= 50 }, Answer.test(fleetSize) { $0 >= 25 })
  }

  var slipsAway: Bool? {
    Answer.all(
      Answer.test(profile.behavioral.orders) { $0 >= 4 },
      Answer.not(within(180, of: profile.behavioral.lastOrder)),
      !profile.tags.contains("moved-away")
    )
  }

  var isLoyal: Bool? {
    Answer.all(
      Answer.test(profile.behavioral.orders) { $0 >= 12 },
      within(90, of: profile.behavioral.lastOrder)
    )
  }

  func hasSmallFleet(isKeyAccount: Bool?) -> Bool? {
    Answer.all(
      Answer.test(fleetSize) { $0 >= 5 },
      Answer.any(
        Answer.test(profile.firmographic.role) { ["owner", "fleet-manager"].contains($0) },
        Answer.test(profile.firmographic.jobTitle) { $0.lowercased().contains("fleet") }
      ),
      Answer.not(isKeyAccount)
    )
  }

  var isNew: Bool? {
    Answer.all(
      within(60, of: profile.since),
      Answer.test(profile.behavioral.orders) { $0 <= 1 }
    )
  }

  var hasAgeingBattery: Bool? {
    Answer.all(
      Answer.test(profile.technographic.bikes) { $0.contains { $0.hasPrefix("e-") } },
      Answer.any(
        Answer.test(profile.technographic.bikeBought) { $0.years(until: today) >= 4 },
        Answer.test(profile.technographic.firmware) { ($0.first?.wholeNumberValue ?? 3) < 3 }
      )
    )
  }

  var isMobile: Bool? {
    Answer.all(
      Answer.test(profile.technographic.device) { ["ios", "android"].contains($0) },
      Answer.test(profile.technographic.appVersion) { ($0.first?.wholeNumberValue ?? 0) >= 4 }
    )
  }

  var commutesDaily: Bool? {
    Answer.all(
      Answer.test(profile.psychographic.ridingStyle) { $0 == "commute" },
      Answer.test(profile.geographic.setting) { $0 == "urban" },
      Answer.test(profile.behavioral.rideDays) { 4 <= $0 && $0 <= 7 }
    )
  }

  var isYoungFamily: Bool? {
    let carriers = ["cargo", "e-cargo", "kids"]
    return Answer.all(
      Answer.test(profile.demographic.children) { $0 },
      Answer.test(profile.demographic.household) { $0 >= 3 },
      Answer.test(profile.technographic.bikes) { $0.contains { carriers.contains($0) } }
    )
  }

  var isOverseas: Bool? {
    let countries = ["US", "CA", "MX", "BR", "JP", "KR", "TW", "TH", "IN"]
    return Answer.test(profile.geographic.country) { countries.contains($0) }
  }

  var spendsCarefully: Bool? {
    let plain = ["city", "folding", "kids", "mountain"]
    return Answer.all(
      Answer.test(profile.psychographic.priceAttitude) { $0 == "price-first" },
      Answer.test(profile.technographic.bikes) {
        !$0.isEmpty && $0.allSatisfy { plain.contains($0) }
      }
    )
  }

  private func within(_ days: Int, of day: CivilDay?) -> Bool? {
    Answer.test(day) { (0...days).contains(today.daysSinceEpoch - $0.daysSinceEpoch) }
  }
}
