import FoundationEssentials
import Glibc
import JSONLogic
import RapportCore
import RapportStore
import Terminal

/// A store that a command works on.
struct OpenStore {
  let location: StoreLocation
  let definitions: Definitions
  let definitionStore: JSONDefinitions
  let directory: JSONDirectory
  let journal: JSONJournal
  let drafts: DraftFolder
  let agent: Agent
  let now: Instant

  /// `longestTail` says how many bytes of customers behind the snapshot are no reason for a new one; a
  /// command only makes one that is not there.
  init(_ options: StoreOptions, longestTail: Int? = nil) throws {
    var location = try options.location
    let definitionStore = JSONDefinitions(location, clock: { .now })
    let definitions = try Self.load(definitionStore, at: location)
    location.isOfLaterFormat = definitions.settings.format > StoreSettings.latestFormat
    self.location = location
    self.definitions = definitions
    self.definitionStore = definitionStore
    directory = JSONDirectory(
      location,
      SnapshotContents(definitions.catalog),
      country: definitions.settings.country,
      longestTail: longestTail
    )
    let pinned = PinnedCustomers(location, directory)
    try blocking { await definitionStore.checkPins(reading: pinned) }
    journal = JSONJournal(location)
    agent = options.agent(of: definitions)
    drafts = DraftFolder(location, agent: agent.id)
    now = try options.moment(in: definitions)
  }

  private static func load(
    _ definitions: JSONDefinitions,
    at location: StoreLocation
  ) throws -> Definitions {
    do {
      return try blocking { try await definitions.load() }
    } catch let error as FileError where error.code == ENOENT {
      throw CommandFailure(
        code: "no-store",
        message: "there is no store at \(location): make one with `rapport init \(location)`, or "
          + "look at `rapport demo`"
      )
    }
  }

  /// The directory, once every customer has been read.
  var searched: JSONDirectory {
    get throws {
      let directory = directory
      try blocking {
        await directory.start()
        await directory.finishReading()
      }
      return directory
    }
  }

  /// The customer with that id, or the only one with that exact phone number or e-mail address.
  func customer(_ text: String) throws -> (customer: Customer, account: Customer?) {
    let directory = try searched
    return try blocking {
      let customer = try await Self.customer(text, in: directory)
      var account: Customer?
      if let id = customer.account { account = try await directory.customer(id) }
      return (customer, account)
    }
  }

  private static func customer(_ text: String, in directory: JSONDirectory) async throws -> Customer
  {
    if let customer = try await directory.customer(Customer.ID(text)) { return customer }
    let found = await directory.find(text, limit: 10)
    let exact = found.hits.filter {
      $0.quality == .exact && ["id", "phone", "email"].contains($0.matched)
    }
    if exact.count == 1 { return exact[0].customer }
    let candidates = exact.isEmpty ? found.hits : exact
    guard !candidates.isEmpty else {
      throw CommandFailure(code: "no-customer", message: "no customer is \"\(text)\"")
    }
    throw CommandFailure(
      code: "ambiguous",
      message: "\"\(text)\" is not one customer's id, phone or e-mail; did you mean one of these?\n"
        + candidates.map {
          "  " + Text.lineSafe("\($0.id)  \(CustomerPresentation($0.customer).name)")
        }
        .joined(separator: "\n"),
      details: ["candidates": .array(candidates.map(\.json))]
    )
  }
}
