extension ProfileMaker {
  func account(number: Int) -> Profile {
    var random = SplitMix64(seed: seed, stream: .account, number)
    let culture = culture(random: &random)
    let place = culture.places[random.below(culture.places.count)]
    let name = culture.company(random: &random)
    var profile = Profile(id: Self.id("A-", number, digits: 4), number: number)
    profile.isAccount = true
    profile.name = Profile.Name(full: name.text)
    profile.emails = [
      EmailAddress.company(name.latin, number: number, random: &random)
    ]
    profile.phones = [culture.phone(number: number, random: &random)]
    profile.language = culture.language
    profile.timeZone = place.timeZone
    profile.offset = place.offset
    let tenure = 90 + Int(random.skewed(2) * 3_000)
    profile.since = day(tenure)
    profile.owner = random.chance(70) ? (place.country == "DE" ? "dw" : "tv") : nil
    profile.tags = random.chance(15) ? ["contract"] : []
    profile.geographic = Profile.Geographic(
      country: place.country,
      city: place.city,
      postcode: culture.postcode(of: place, random: &random),
      setting: random.chance(70) ? "urban" : "suburban"
    )
    let fleet = addFirm(to: &profile, random: &random)
    addTrade(to: &profile, tenure: tenure, fleet: fleet, random: &random)
    profile.asOf = day(random.chance(85) ? 1 : random.within(120...500))
    profile.updated = workingTime(random.within(1...min(tenure, 200)), random: &random)
    return profile
  }

  private func addFirm(to profile: inout Profile, random: inout SplitMix64) -> Int {
    let size =
      random.weighted([(4...9, 20), (10...49, 35), (50...249, 30), (250...2_000, 15)]) ?? 4...9
    let employees = random.within(size)
    let most = min(300, max(3, employees / 2))
    let fleet = random.chance(15) ? 0 : random.within(min(most, employees / 12 + 1)...most)
    let industries = [
      "optics", "delivery", "health", "hotel", "it", "industry", "public", "retail", "crafts",
    ]
    profile.firmographic.industry = random.chance(88) ? random.pick(industries) : nil
    profile.firmographic.employees = random.chance(90) ? employees : nil
    profile.firmographic.fleetSize = random.chance(92) ? fleet : nil
    if fleet > 0, random.chance(75) {
      profile.firmographic.contractEnds = day(-random.within(10...900))
    }
    return fleet
  }

  private func addTrade(
    to profile: inout Profile,
    tenure: Int,
    fleet: Int,
    random: inout SplitMix64
  ) {
    let orders = 1 + Int(random.skewed(3) * Double(min(40, 4 + fleet)))
    profile.behavioral.orders = orders
    profile.behavioral.lastOrder = day(Int(random.skewed(3) * Double(min(tenure, 500))))
    profile.behavioral.contacts90d = random.chance(85) ? random.below(2 + fleet / 8) : nil
    profile.behavioral.returns12m = random.chance(85) ? random.below(3) : nil
    let kinds = ["e-city", "city", "e-cargo", "cargo", "folding"]
    profile.technographic.bikes = random.chance(85) ? [kinds[random.below(5)]] : nil
    if profile.technographic.bikes?.first?.hasPrefix("e-") == true {
      profile.technographic.firmware = random.chance(75) ? Versions.firmware(&random) : nil
    }
    profile.technographic.bikeBought =
      random.chance(80) ? day(Int(random.unit() * Double(min(tenure, 2_200)))) : nil
    profile.behavioral.spend12m = OrderHistory.spend(
      of: profile,
      seed: seed,
      today: today
    )
  }
}
