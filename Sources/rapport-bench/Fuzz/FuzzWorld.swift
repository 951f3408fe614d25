import JSONLogic
import RapportCore
import RapportDemo
import RapportStore

/// What rules are read in: a made-up store at a fixed moment.
struct FuzzWorld: Sendable {
  let definitions: Definitions
  let now: Instant
  let zone: Zone
  let operations: Operations
  let words: ConditionWords
  /// Customers as their records have them.
  let records: [JSONObject]

  init() throws {
    let seconds = 1_795_348_800
    now = Instant(seconds: Int64(seconds))
    let demo = DemoStore(customers: 300, now: seconds)
    var files: [String: JSON] = [:]
    for (path, bytes) in demo.definitions() { files[path] = try JSON(parsing: bytes) }
    var definitions = Definitions(decoding: DefinitionDocuments(files: files))
    // Only the first few, so that preparing them is not most of the work.
    definitions.segments = Array(definitions.segments.prefix(4))
    self.definitions = definitions
    zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    operations = RuleOperations.bound(today: zone.date(now), zone: zone)
    words = MembershipEvaluator(definitions, at: now).words
    var lines: [UInt8] = []
    demo.write(.customers) { lines += $0 }
    records = try lines.split(separator: 0x0A).compactMap { try JSON(parsing: $0).objectValue }
  }
}

/// Customers as counting reads them, from a file, and as explaining does.
struct FuzzBase {
  let facts: [CustomerFacts]
  /// Others, whose values are all of the kinds that the catalog says.
  let clean: [CustomerFacts]
  let counts: SegmentCounts

  init(
    _ records: [JSONObject],
    _ clean: [Customer],
    _ world: FuzzWorld,
    in folder: String
  ) throws {
    try Folder.create(folder)
    let location = StoreLocation(folder)
    let file = try OpenFile(location.customers, for: .creating, mode: 0o600)
    for record in records { try file.writeAll(Array("\(JSON.object(record).compact())\n".utf8)) }
    var customers: [Customer.ID: Customer] = [:]
    for record in records {
      if let customer = Customer(record: record) { customers[customer.id] = customer }
    }
    // Without journals there were no contacts and no orders.
    func facts(_ customer: Customer) -> CustomerFacts {
      let account = customer.account.flatMap { customers[$0] }
      let derived = DerivedFacts(
        of: customer,
        account: account,
        history: CustomerHistory(),
        catalog: world.definitions.catalog,
        at: world.now,
        zone: world.zone
      )
      return CustomerFacts(customer, account: account, derived: derived)
    }
    self.facts = customers.values.sorted { $0.id < $1.id }.map(facts)
    self.clean = clean.map { CustomerFacts($0) }
    counts = SegmentCounts(location, world.definitions)
  }
}
