extension ProfileMaker {
  func person(ordinal: Int, block: Int) -> Profile {
    let number = personNumber(ordinal: ordinal)
    var random = SplitMix64(seed: seed, stream: .person, number)
    var profile = Profile(id: Self.id("C-", number, digits: 6), number: number)
    let employer = random.chance(22) ? nearbyAccount(block, random: &random) : nil
    let culture = culture(for: employer, random: &random)
    let place = culture.places[random.below(culture.places.count)]
    profile.offset = place.offset
    let age = 18 + Int((random.unit() + random.unit()) * 32)
    let gender = addName(to: &profile, culture: culture, age: age, random: &random)
    profile.demographic.gender = random.chance(65) ? gender.rawValue : nil
    if random.chance(4) {
      addAlmostNothing(to: &profile, random: &random)
      return profile
    }
    addPlace(to: &profile, culture: culture, place: place, random: &random)
    let tenure = random.chance(7) ? random.below(61) : 61 + Int(random.skewed(2) * 3_300)
    profile.since = random.chance(92) ? day(tenure) : nil
    addHistory(to: &profile, tenure: tenure, random: &random)
    addLife(to: &profile, age: age, random: &random)
    addBikes(to: &profile, tenure: tenure, random: &random)
    addDevice(to: &profile, age: age, random: &random)
    addEmployer(employer, to: &profile, random: &random)
    addRemarks(to: &profile, tenure: tenure, random: &random)
    profile.behavioral.spend12m =
      random.chance(88) ? OrderHistory.spend(of: profile, seed: seed, today: today) : nil
    return profile
  }

  /// An account of this block or of one a little before it.
  private func nearbyAccount(_ block: Int, random: inout SplitMix64) -> Profile {
    account(number: Self.firstAccount + max(0, block - Int(random.skewed(2) * 12)))
  }

  private func culture(for employer: Profile?, random: inout SplitMix64) -> Culture {
    let any = culture(random: &random)
    guard let employer, random.chance(94) else { return any }
    return cultures.first { $0.language == employer.language } ?? any
  }

  private func addName(
    to profile: inout Profile,
    culture: Culture,
    age: Int,
    random: inout SplitMix64
  ) -> Culture.Gender {
    let gender =
      random.weighted([(.female, 49), (.male, 49), (.diverse, 2)]) ?? Culture.Gender.female
    let person = culture.person(gender, random: &random)
    profile.language = random.chance(95) ? culture.language : nil
    if random.chance(87) {
      let email = EmailAddress.person(
        given: person.given.latin,
        family: person.family.latin,
        number: profile.number,
        random: &random
      )
      profile.emails = email.map { [$0] } ?? []
    }
    if profile.emails.isEmpty || random.chance(80) {
      profile.phones = [culture.phone(number: profile.number, random: &random)]
      if random.chance(12) {
        profile.phones.append(culture.phone(number: profile.number, random: &random))
      }
    }
    if random.chance(1) { return gender }
    if random.chance(1.5) {
      profile.name = Profile.Name(full: person.given.text, given: person.given.text)
      return gender
    }
    profile.name = Profile.Name(
      full: person.full,
      given: person.given.text,
      family: person.family.text,
      preferred: preferred(person.given.text, random: &random),
      salutation: random.chance(70) ? person.salutation : nil
    )
    return gender
  }

  private func preferred(_ given: String, random: inout SplitMix64) -> String? {
    if let dash = given.firstIndex(of: "-"), random.chance(40) {
      return String(given[given.index(after: dash)...])
    }
    return random.chance(4) ? given : nil
  }

  /// Somebody who called or wrote once.
  private func addAlmostNothing(to profile: inout Profile, random: inout SplitMix64) {
    if random.chance(40) { profile.name = nil }
    profile.updated = workingTime(random.within(1...300), random: &random)
    profile.demographic.gender = nil
  }

  private func addPlace(
    to profile: inout Profile,
    culture: Culture,
    place: Culture.Place,
    random: inout SplitMix64
  ) {
    profile.timeZone = random.chance(95) ? place.timeZone : nil
    let isKnown = random.chance(90)
    profile.geographic.country = isKnown ? place.country : nil
    profile.geographic.city = isKnown && random.chance(97) ? place.city : nil
    let postcode = culture.postcode(of: place, random: &random)
    profile.geographic.postcode = isKnown && random.chance(97) ? postcode : nil
    let setting = random.weighted([("urban", 56), ("suburban", 28), ("rural", 16)])
    profile.geographic.setting = random.chance(78) ? setting : nil
  }

  private func addHistory(to profile: inout Profile, tenure: Int, random: inout SplitMix64) {
    let orders: Int
    if tenure <= 60 {
      orders = random.weighted([(0, 30), (1, 55), (2, 15)]) ?? 0
    } else {
      orders = random.chance(10) ? 0 : 1 + Int(random.skewed(5) * 20)
    }
    profile.behavioral.orders = random.chance(92) ? orders : nil
    if orders > 0 {
      let ago = Int(random.skewed(orders >= 8 ? 5 : 4) * Double(min(tenure, 720)))
      profile.behavioral.lastOrder = random.chance(90) ? day(ago) : nil
    }
    profile.behavioral.contacts90d = random.chance(85) ? Int(random.skewed(3) * 5) : nil
    profile.behavioral.returns12m = random.chance(85) ? Int(random.skewed(4) * 5) : nil
    if tenure > 200 && random.chance(55) {
      profile.behavioral.lastService = day(Int(random.unit() * Double(min(tenure, 900))))
    }
    let plan = random.weighted([("none", 80), ("flex", 11), ("flex-year", 6), ("paused", 3)])
    profile.behavioral.subscription = random.chance(90) ? plan : nil
    if let plan = profile.behavioral.subscription, plan != "none", random.chance(90) {
      profile.behavioral.contractNumber = Self.id("FX-", profile.number % 10_000_000, digits: 7)
    }
  }

  private func addEmployer(
    _ employer: Profile?,
    to profile: inout Profile,
    random: inout SplitMix64
  ) {
    guard let employer else {
      // The shop knows that somebody who buys as a private person has no fleet.
      profile.firmographic.fleetSize = random.chance(86) ? 0 : nil
      return
    }
    profile.account = employer.id
    profile.company = random.chance(90) ? employer.name?.full : nil
    profile.owner = random.chance(50) ? employer.owner : nil
    let role = random.weighted([
      ("owner", 12), ("fleet-manager", 22), ("buyer", 14), ("employee", 52),
    ])
    profile.firmographic.role = random.chance(88) ? role : nil
    let titles: [String: [String]] = [
      "owner": ["Managing director", "Inhaberin", "Founder"],
      "fleet-manager": ["Fleet manager", "Leitung Fuhrpark", "Fleet and facility lead"],
      "buyer": ["Purchasing", "Einkauf", "Category buyer"],
      "employee": ["Engineer", "Nurse", "Courier", "Accountant", "Fleet assistant"],
    ]
    if random.chance(70) {
      profile.firmographic.jobTitle = role.flatMap { titles[$0] }.flatMap { random.pick($0) }
    }
  }
}
