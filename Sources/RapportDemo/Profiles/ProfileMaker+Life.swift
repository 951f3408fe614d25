extension ProfileMaker {
  /// Age, household, and what matters to somebody who lives so.
  func addLife(to profile: inout Profile, age: Int, random: inout SplitMix64) {
    let hasChildren = random.chance(age >= 28 && age <= 52 ? 52 : 12)
    let household = hasChildren ? random.within(3...5) : random.within(1...3)
    profile.demographic.birthYear = random.chance(75) ? today.civil.year - age : nil
    profile.demographic.household = random.chance(70) ? household : nil
    profile.demographic.children = random.chance(75) ? hasChildren : nil

    let style = random.weighted([
      ("commute", 30), ("leisure", 28), ("sport", age < 45 ? 20 : 8),
      ("touring", age > 45 ? 16 : 8),
      ("cargo", hasChildren ? 26 : 4),
    ])
    profile.psychographic.ridingStyle = random.chance(75) ? style : nil
    let days = style == "commute" ? random.within(3...7) : random.within(0...4)
    profile.behavioral.rideDays = random.chance(70) ? days : nil
    let attitude = random.weighted([
      ("quality-first", 36), ("balanced", 38), ("price-first", age < 30 ? 38 : 24),
    ])
    profile.psychographic.priceAttitude = random.chance(70) ? attitude : nil
    profile.psychographic.contactStyle =
      random.chance(72) ? (random.chance(60) ? "short" : "thorough") : nil
    guard random.chance(67) else { return }
    profile.psychographic.values = values(style: style, attitude: attitude, random: &random)
  }

  private func values(
    style: String?,
    attitude: String?,
    random: inout SplitMix64
  ) -> [String] {
    let weights: [(value: String, weight: Int)] = [
      ("sustainability", 20), ("performance", style == "sport" ? 40 : 12),
      ("comfort", style == "leisure" ? 34 : 20), ("price", attitude == "price-first" ? 46 : 10),
      ("safety", style == "cargo" ? 40 : 16), ("design", 14),
    ]
    var chosen: [String] = []
    for _ in 0..<random.within(1...2) {
      if let value = random.weighted(weights), !chosen.contains(value) { chosen.append(value) }
    }
    return chosen
  }

  func addBikes(to profile: inout Profile, tenure: Int, random: inout SplitMix64) {
    let style = profile.psychographic.ridingStyle ?? "leisure"
    let kinds: [(value: String, weight: Int)] =
      switch style {
      case "commute": [("city", 40), ("e-city", 36), ("gravel", 12), ("folding", 12)]
      case "sport": [("road", 40), ("gravel", 30), ("mountain", 18), ("e-mountain", 12)]
      case "touring": [("gravel", 34), ("city", 26), ("e-city", 28), ("road", 12)]
      case "cargo": [("cargo", 40), ("e-cargo", 40), ("city", 20)]
      default: [("city", 44), ("e-city", 32), ("mountain", 12), ("folding", 12)]
      }
    var bikes = [random.weighted(kinds) ?? "city"]
    if profile.demographic.children == true && random.chance(45) { bikes.append("kids") }
    if random.chance(16), let second = random.weighted(kinds), !bikes.contains(second) {
      bikes.append(second)
    }
    profile.technographic.bikes = random.chance(82) ? bikes : nil
    profile.technographic.bikeBought =
      random.chance(78) ? day(Int(random.unit() * Double(min(max(tenure, 1), 2_400)))) : nil
    if bikes.contains(where: { $0.hasPrefix("e-") }) && random.chance(74) {
      profile.technographic.firmware = Versions.firmware(&random)
    }
  }

  func addDevice(to profile: inout Profile, age: Int, random: inout SplitMix64) {
    let device = random.weighted([
      ("ios", age < 50 ? 34 : 18), ("android", age < 50 ? 36 : 24), ("web", age < 50 ? 24 : 56),
    ])
    profile.technographic.device = random.chance(84) ? device : nil
    if profile.technographic.device.map({ $0 != "web" }) ?? false, random.chance(87) {
      profile.technographic.appVersion = Versions.app(&random)
    }
  }

  func addRemarks(to profile: inout Profile, tenure: Int, random: inout SplitMix64) {
    let tags: [(value: String, weight: Int)] = [
      ("newsletter", 40), ("beta", 6), ("student", 8), ("workshop-regular", 20), ("vip", 2),
      ("press", 1), ("moved-away", 4), ("talked-to-founder", 1),
    ]
    for _ in 0..<(random.weighted([(0, 55), (1, 36), (2, 9)]) ?? 0) {
      if let tag = random.weighted(tags), !profile.tags.contains(tag) { profile.tags.append(tag) }
    }
    profile.note = random.chance(30) ? random.pick(notes) : nil
    if random.chance(3) {
      for path in ["psychographic.values", "demographic.household"] where random.chance(60) {
        profile.notSaid.append((path, day(random.within(1...120))))
      }
      if profile.notSaid.contains(where: { $0.path == "psychographic.values" }) {
        profile.psychographic.values = nil
      }
      if profile.notSaid.contains(where: { $0.path == "demographic.household" }) {
        profile.demographic.household = nil
      }
    }
    if profile.psychographic.values != nil && random.chance(25) {
      profile.observed.append(("psychographic.values", day(random.within(5...900))))
    }
    if profile.psychographic.ridingStyle != nil && random.chance(15) {
      profile.observed.append(("psychographic.ridingStyle", day(random.within(5...900))))
    }
    profile.asOf = day(random.chance(85) ? 1 : random.within(95...540))
    profile.updated = workingTime(random.within(1...max(2, min(tenure, 400))), random: &random)
  }
}
