import JSONLogic
import RapportCore
import RapportTUI
import Terminal

/// A call list for people, for programs and for a spreadsheet.
struct CallListTable {
  private let list: CallList
  private let masked: Bool
  private let zone: Zone

  init(_ list: CallList, masked: Bool, _ settings: StoreSettings) {
    self.list = list
    self.masked = masked
    zone = TimeZones.zone(settings.timeZone) ?? TimeZones.utc
  }

  // MARK: - Text

  var rows: [[String]] {
    guard !list.entries.isEmpty else { return [] }
    return [["id", "name", "phone", "e-mail", "language", "there", "call"]]
      + list.entries.map { entry in
        let shown = presentation(entry)
        return [
          entry.id.rawValue, shown.name, shown.phones.first ?? "", shown.emails.first ?? "",
          entry.customer.language.map(LocalFormat.languageName) ?? "", entry.localWords,
          entry.reachWords(in: zone),
        ]
      }
  }

  /// With what to name them by.
  var questions: [String] {
    guard !list.questions.isEmpty else {
      return [
        "\(list.nothingToAsk); to write one: rapport segment edit \(list.segment.id) "
          + "--set needs='[\"a straight answer\"]'"
      ]
    }
    return ["", "Ask, and keep it with: rapport segment answer \(list.segment.id) --customer ID"]
      + list.questions.map { "  --part \($0.id)  \($0.question)" }
  }

  private func presentation(_ entry: CallList.Entry) -> CustomerPresentation {
    CustomerPresentation(entry.customer, account: entry.account, masked: masked)
  }

  // MARK: - JSON

  var json: JSON {
    [
      "segment": .string(list.segment.id.rawValue), "revision": JSON(list.segment.revision),
      "members": JSON(list.members), "passedOver": JSON(list.passedOver),
      "questions": .array(list.questions.map(\.json)), "customers": .array(entries),
    ]
  }

  var entries: [JSON] {
    list.entries.map { entry in
      let shown = presentation(entry)
      let from: JSON =
        if case .from(let moment) = entry.reach { .string(zone.text(moment)) } else { .null }
      return [
        "id": .string(entry.id.rawValue), "name": .string(shown.name),
        "phone": shown.phones.first.map { .string($0) } ?? .null,
        "email": shown.emails.first.map { .string($0) } ?? .null,
        "language": entry.customer.language.map { .string($0) } ?? .null,
        "timeZone": entry.customer.timeZone.map { .string($0) } ?? .null,
        "local": entry.local.map { .string(String($0.clock)) } ?? .null,
        "callNow": entry.reach == .unknown ? .null : .bool(entry.reach == .now), "callFrom": from,
      ]
    }
  }

  // MARK: - CSV

  /// With a column for each question, to be filled in.
  var csv: [String] {
    let head =
      ["id", "name", "phone", "email", "language", "local time", "call"]
      + list.questions.map(\.question)
    return
      ([head]
      + list.entries.map { entry in
        let shown = presentation(entry)
        return [
          entry.id.rawValue, shown.name, shown.phones.first ?? "", shown.emails.first ?? "",
          entry.customer.language ?? "", entry.localWords, entry.reachWords(in: zone),
        ] + list.questions.map { _ in "" }
      })
      .map { CSVText.row($0.map(Text.lineSafe)) }
  }
}

extension ProfilePart {
  fileprivate var json: JSON {
    ["part": .string(id), "text": .string(text), "question": .string(question)]
  }
}
