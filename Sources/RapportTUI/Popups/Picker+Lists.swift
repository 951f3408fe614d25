import JSONLogic
import RapportCore
import Terminal

/// The lists there are.
extension Picker {
  static func help(for app: App) -> Picker {
    let context = app.context
    let actions = ActionTable.actions(in: context).filter { $0.id != .help }
    // What is done in this place comes before what can be done in every other one too.
    let (own, general) = (
      actions.filter { !$0.isGeneral }, actions.filter(\.isGeneral)
    )
    let items = (own + general).map { action in
      item(action, keys: action.keys(in: context), app: app)
    }.possibleFirst
    return Picker(.help, "What can be done here", prompt: "type to filter", items: items)
  }

  static func palette(for app: App) -> Picker {
    let actions = ActionTable.all.filter { !$0.contexts.isDisjoint(with: Context.views) }
      .filter { $0.id != .palette }
    var items = actions.map { item($0, keys: $0.keys, app: app) }
    items += contactItems(app)
    if app.desk.front != nil {
      items += channelItems(app, prefix: "Channel: ")
      items += reasonItems(app, prefix: "Reason: ")
      items += languageItems(app, prefix: "Language: ")
    }
    items += definitionItems(app)
    items += themeItems(app, prefix: "Theme: ")
    return Picker(
      .palette,
      "Commands",
      prompt: "an action, a contact, a reason, a theme",
      items: items.possibleFirst
    )
  }

  private static func item(_ action: Action, keys: [KeyChord], app: App) -> Item {
    Item(
      title: action.title,
      keys: keys == ActionTable.digits ? "1-9" : keys.map(\.description).joined(separator: " "),
      refusal: action.contexts.contains(app.context)
        ? action.availability(app).reason : action.elsewhere(from: app),
      words: action.id.rawValue,
      choice: .action(action.id)
    )
  }

  static func contacts(for app: App) -> Picker {
    Picker(.contacts, "Contacts", items: contactItems(app))
  }

  private static func contactItems(_ app: App) -> [Item] {
    app.desk.tabs.map { tab in
      Item(
        title: "\(tab.facts?.title ?? "Nobody known")",
        detail: app.contactWords(tab),
        keys: tab.contact.number.map { $0 < 10 ? "\($0)" : "" } ?? "",
        words: "contact",
        choice: .contact(tab.id)
      )
    }
  }

  static func channels(for app: App) -> Picker {
    let items = channelItems(app, prefix: "")
    let index = Channel.allCases.firstIndex { $0 == app.desk.front?.contact.channel } ?? 0
    return Picker(.channel, "Channel of this contact", isNumbered: true, items: items, index: index)
  }

  private static func channelItems(_ app: App, prefix: String) -> [Item] {
    Channel.allCases.map { Item(title: prefix + $0.word, choice: .channel($0)) }
  }

  static func languages(for app: App) -> Picker {
    let items = languageItems(app, prefix: "")
    let index = items.firstIndex { $0.choice == .language(app.desk.front?.contact.language) } ?? 0
    return Picker(
      .language,
      "Language of this contact",
      isNumbered: true,
      items: items,
      index: index
    )
  }

  private static func languageItems(_ app: App, prefix: String) -> [Item] {
    var items = app.languages.map { tag in
      Item(title: prefix + LanguageName.text(tag), choice: .language(tag))
    }
    if let own = app.desk.front?.facts?.language {
      items.append(
        Item(
          title: "\(prefix)the customer's own",
          detail: LanguageName.text(own),
          choice: .language(nil)
        )
      )
    }
    return items
  }

  static func reasons(for app: App, typed: String) -> Picker {
    var picker = Picker(
      .reason,
      "Reason: what does the caller say?",
      prompt: "type or paste their words",
      items: reasonItems(app, prefix: "")
    )
    picker.pasted = typed
    picker.field.insert(typed)
    picker.rankReasons(with: app.knowledge)
    return picker
  }

  private static func reasonItems(_ app: App, prefix: String) -> [Item] {
    app.knowledge.definitions.intents.map { intent in
      let title = intent.title.text(preferring: [app.knowledge.language, "en"])
      let language = app.desk.front?.guidance.tone.language ?? app.knowledge.language
      let example =
        intent.examples[language]?.first ?? intent.examples.min { $0.key < $1.key }?.value.first
      return Item(
        title: prefix + (title ?? intent.id.rawValue),
        detail: example.map { "“\($0)”" } ?? "",
        words: "reason",
        choice: .reason(intent.id)
      )
    }
  }

  static func scripts(for app: App) -> Picker {
    let shown = app.desk.front?.guidance.script
    let items = app.scripts.map { script in
      Item(
        title: script.title,
        detail: script.because + (script.id == shown?.script.id ? ", shown now" : ""),
        choice: .script(script.id)
      )
    }
    return Picker(
      .script,
      "Scripts that would do, the best first",
      isNumbered: true,
      items: items,
      index: shown?.rank ?? 0
    )
  }

  static func themes(for app: App) -> Picker {
    let items = themeItems(app, prefix: "")
    let index = app.themes.firstIndex(of: app.theme) ?? 0
    return Picker(.theme, "Theme", prompt: "type to filter", items: items, index: index)
  }

  private static func themeItems(_ app: App, prefix: String) -> [Item] {
    app.themes.map { name in
      Item(title: prefix + name, detail: name == app.theme ? "now" : "", choice: .theme(name))
    }
  }

  static func outcomes(for app: App, now: Instant) -> Picker {
    let promise = app.desk.front?.contact.promise.map { "promised: \(app.words($0, now: now))" }
    var items = Outcome.allCases.map { outcome in
      let detail = outcome == .followUp ? promise ?? outcome.detail : outcome.detail
      return Item(title: outcome.word, detail: detail, choice: .outcome(outcome))
    }
    if app.canRate == .yes {
      let rating = app.desk.front?.contact.rating
      items.append(
        Item(
          title: rating.map { "noted by you: \($0) of \(Contact.bestRating)" } ?? "a rating first",
          detail: rating == nil ? "as they told you; kept apart from surveys" : "changes it",
          choice: .rateFirst
        )
      )
    }
    let who = app.desk.front?.shortTitle ?? ""
    return Picker(.outcome, "Outcome: ends the contact with \(who)", isNumbered: true, items: items)
  }

  static func followUps(for app: App, now: Instant) -> Picker {
    let promised = app.desk.front?.contact.promise.map { promise in
      Item(
        title: "as promised",
        detail: app.words(promise, now: now),
        choice: .followUpAsPromised
      )
    }
    let items = [
      Item(title: "tomorrow", choice: .followUp(days: 1)),
      Item(title: "in two days", choice: .followUp(days: 2)),
      Item(title: "in a week", choice: .followUp(days: 7)),
      Item(
        title: "another date",
        detail: "and a time, by whom, what for",
        choice: .followUp(days: nil)
      ),
    ]
    return Picker(
      .followUp,
      "Follow-up: when?",
      isNumbered: true,
      items: [promised].compactMap(\.self) + items
    )
  }

  static func ratings(for app: App, thenEnds: Bool) -> Picker {
    let words = ["very unhappy", "unhappy", "neither", "happy", "very happy"]
    var items = words.enumerated().map { index, word in
      Item(title: word, choice: .rating(index + 1, thenEnds: thenEnds))
    }
    let rating = app.desk.front?.contact.rating
    if rating != nil {
      items.append(Item(title: "no rating", choice: .rating(nil, thenEnds: thenEnds)))
    }
    return Picker(
      .rating,
      "Noted by you, 1 to \(Contact.bestRating): how do they feel about it?",
      isNumbered: true,
      items: items,
      index: (rating ?? 3) - 1
    )
  }

  static let discarding = Picker(
    .discarding,
    "Discard what was typed?",
    isNumbered: true,
    items: [
      Item(title: "Discard", detail: "nothing of this caller is kept", choice: .discardCaller),
      Item(title: "Go on", choice: .stay),
    ],
    index: 1
  )

  /// Before a record is made of somebody who has one.
  static func known(_ known: LikelyDuplicate) -> Picker {
    let name = CustomerPresentation(known.customer).title
    let why = known.reasons.filter { $0.quality == .exact }.map(\.words).joined(separator: ", ")
    return Picker(
      .knownCaller,
      "This is \(name), \(known.id): \(why)",
      isNumbered: true,
      items: [
        Item(title: "Open \(name) instead", choice: .openKnown(known.id)),
        Item(title: "Save somebody new", choice: .saveCaller),
      ]
    )
  }

  static func leaving(open: Int) -> Picker {
    Picker(
      .leaving,
      "Leave with \(TimeWords.plural(open, "open contact"))?",
      isNumbered: true,
      items: [
        Item(title: "Leave", detail: "they stay as drafts and are here next time", choice: .leave),
        Item(title: "Stay", choice: .stay),
      ],
      index: 1
    )
  }
}

extension [Picker.Item] {
  /// In their order, but what cannot be taken now comes last.
  fileprivate var possibleFirst: Self {
    filter { $0.refusal == nil } + filter { $0.refusal != nil }
  }
}

extension Action {
  /// Why an action of another view cannot be done here.
  func elsewhere(from app: App) -> String? {
    let places: [(ViewID, String)] = [
      (.desk, "on the Desk (F3)"), (.find, "on Find (F2)"), (.workbench, "in Segments (F4)"),
      (.measure, "in Measure (F5)"),
    ]
    return places.first { contexts.contains($0.0.context) && $0.0 != app.view }?.1
  }
}
