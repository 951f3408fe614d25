extension Profile {
  /// The customer's line in customers.jsonl.
  func write(to writer: inout RecordWriter) {
    writer.line { record in
      record.field("id", id)
      if isAccount { record.field("kind", "account") }
      if let name {
        record.object("name") {
          $0.field("full", name.full)
          $0.field("given", name.given)
          $0.field("family", name.family)
          $0.field("preferred", name.preferred)
          $0.field("salutation", name.salutation)
        }
      }
      if !emails.isEmpty { record.field("emails", emails) }
      if !phones.isEmpty { record.field("phones", phones) }
      record.field("company", company)
      record.field("account", account)
      record.field("owner", owner)
      record.field("language", language)
      record.field("timeZone", timeZone)
      record.field("since", day: since)
      record.field("tags", tags)
      record.field("note", note)
      writeFamilies(to: &record)
      writeDates("notSaid", notSaid, to: &record)
      writeDates("observed", observed, to: &record)
      record.field("asOf", day: asOf)
      record.field("updated", instant: updated)
    }
  }

  private func writeFamilies(to record: inout RecordWriter) {
    record.objectIfAny("demographic") {
      $0.field("birthYear", demographic.birthYear)
      $0.field("gender", demographic.gender)
      $0.field("household", demographic.household)
      $0.field("children", demographic.children)
    }
    record.objectIfAny("behavioral") {
      $0.field("orders", behavioral.orders)
      $0.field("lastOrder", day: behavioral.lastOrder)
      $0.field("spend12m", cents: behavioral.spend12m)
      $0.field("contacts90d", behavioral.contacts90d)
      $0.field("returns12m", behavioral.returns12m)
      $0.field("lastService", day: behavioral.lastService)
      $0.field("subscription", behavioral.subscription)
      $0.field("contractNumber", behavioral.contractNumber)
      $0.field("rideDays", behavioral.rideDays)
    }
    record.objectIfAny("psychographic") {
      $0.field("values", psychographic.values)
      $0.field("ridingStyle", psychographic.ridingStyle)
      $0.field("priceAttitude", psychographic.priceAttitude)
      $0.field("contactStyle", psychographic.contactStyle)
    }
    record.objectIfAny("geographic") {
      $0.field("country", geographic.country)
      $0.field("city", geographic.city)
      $0.field("postcode", geographic.postcode)
      $0.field("setting", geographic.setting)
    }
    record.objectIfAny("technographic") {
      $0.field("device", technographic.device)
      $0.field("appVersion", technographic.appVersion)
      $0.field("bikes", technographic.bikes)
      $0.field("bikeBought", day: technographic.bikeBought)
      $0.field("firmware", technographic.firmware)
    }
    record.objectIfAny("firmographic") {
      $0.field("industry", firmographic.industry)
      $0.field("employees", firmographic.employees)
      $0.field("fleetSize", firmographic.fleetSize)
      $0.field("role", firmographic.role)
      $0.field("jobTitle", firmographic.jobTitle)
      $0.field("contractEnds", day: firmographic.contractEnds)
    }
  }

  private func writeDates(
    _ key: StaticString,
    _ dates: [(path: String, on: CivilDay)],
    to record: inout RecordWriter
  ) {
    guard !dates.isEmpty else { return }
    record.object(key) { object in
      for (path, day) in dates { object.entry(path, day: day) }
    }
  }
}
