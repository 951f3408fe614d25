import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore
import RapportTUI

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "A customer's contacts across all channels, the newest first.",
    discussion: """
      CUSTOMER is an id, or a phone number or e-mail address that only one has. What agents noted of \
      a customer's satisfaction stands apart from what customers said. With --as-of later contacts \
      are left out.
      """
  )

  @Argument(help: "Who.") var customer: String
  @Option(help: ArgumentHelp("At most so many; else all.", valueName: "number")) var limit: Int?
  @Option(help: "Only those of one channel.") var channel: Channel?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit wants 1 or more, not \(limit)") }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let id = try opened.customer(customer).customer.id
    let (journal, moment, channel) = (opened.journal, opened.now, channel)
    let all = try blocking {
      try await journal.interactions(of: id, limit: .max).filter { past in
        past.at <= moment && (channel == nil || past.channel == channel)
      }
    }
    let shown = Array(all.prefix(limit ?? all.count))
    let printer = Printer(output.format)
    if output.format != .text {
      printer.json(.array(shown.map(\.timelineJSON)))
    } else {
      let text = PlainText(Knowledge(opened.definitions))
      for line in text.history(shown) { printer.line(line) }
      if shown.count < all.count { Printer.message("and \(all.count - shown.count) more") }
      if all.isEmpty { Printer.message("no contact with them\(channel == nil ? "" : " that way")") }
    }
    if all.isEmpty { throw ExitStatus.no }
  }
}

extension Interaction {
  /// The journal's line, and the ratings of it, each with who gave it.
  fileprivate var timelineJSON: JSON {
    var json = record
    let ratings = [("survey", rating), ("agent", noted)].compactMap { source, rating in
      rating.map { rating -> JSON in
        ["source": .string(source), "score": JSON(rating.score), "max": JSON(rating.of)]
      }
    }
    json["ratings"] = .array(ratings)
    return .object(json)
  }
}
