import RapportCore
import Terminal

/// How to speak: each tone, and who is spoken to like that.
struct TonesPage: WorkbenchContent {
  let title = "Tones"
  let nothing = "No tone yet: n makes one."
  let order = WorkbenchOrder.name
  let columns = [
    WorkbenchColumn("Tone", limit: 26, rank: 0), WorkbenchColumn("Voice", limit: 48, rank: 3),
    WorkbenchColumn("Used by", limit: 30, rank: 2), WorkbenchColumn("Languages", rank: 4),
    WorkbenchColumn("Problems", rank: 1, .severity),
  ]

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    facts.definitions.tones.map { tone in
      let reference = DefinitionReference(.tone, tone.id.rawValue)
      let users = users(of: tone, facts)
      return WorkbenchRow(
        reference: reference,
        cells: [
          Line(tone.name),
          Line(tone.voice.words.joined(separator: ", ").nonBlank ?? "in between", role: .tone),
          users.isEmpty
            ? Line("nobody", role: .textDim) : Line(WorkbenchFacts.some(users)),
          Line(facts.sorted(tone.languages).joined(separator: " "), role: .textDim),
          facts.problemCell(reference),
        ],
        words: tone.id.rawValue,
        keys: [4: facts.problemKey(reference)]
      )
    }.sortedByName
  }

  /// The store, where it is its default, and the segments that name it.
  private func users(of tone: Tone, _ facts: WorkbenchFacts) -> [String] {
    let isDefault = facts.settings.tone == tone.id
    let segments = facts.definitions.segments.filter { $0.tone == tone.id }
    return (isDefault ? ["everybody else"] : []) + segments.map(\.name)
  }

  func detail(of reference: DefinitionReference, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    let id = Tone.ID(reference.id)
    guard let tone = facts.definitions.tones.first(where: { $0.id == id }) else { return [] }
    var detail = DetailLines(columns: columns)
    detail.title(tone.name, "version \(tone.revision)")
    detail.blank()
    detail.add("Used by", users(of: tone, facts).joined(separator: ", ").nonBlank ?? "nobody")
    let words = tone.voice.words.joined(separator: ", ").nonBlank
    detail.add("Voice", words ?? "in between", role: .tone)
    if let most = tone.maxSentenceWords { detail.add("Sentences", "at most \(most) words") }
    for language in facts.sorted(tone.languages) {
      detail.heading(LanguageName.text(language))
      detail.add("Address", tone.address[language], role: .tone)
      let phrases = tone.phrases[language] ?? [:]
      for (name, label) in Tone.phraseLabels {
        detail.add(label, template: phrases[name] ?? "", role: .script)
      }
      detail.add("Say", each: tone.say[language] ?? [], role: .script)
      detail.add("Avoid", each: tone.avoid[language] ?? [], role: .toneNever)
      detail.add(
        "Never",
        (tone.bannedWords[language] ?? []).joined(separator: ", "),
        role: .toneNever
      )
    }
    if !tone.channels.isEmpty {
      let channels = Channel.allCases.filter { tone.channels[$0] != nil }.map(\.word)
      detail.blank()
      detail.add("Other on", channels.joined(separator: ", "))
    }
    detail.add(facts.problems(of: reference), of: reference, isKnown: facts.problems != nil)
    return detail.lines
  }
}

extension Tone {
  /// The lines that every tone has, and what they are called.
  static let phraseLabels = [
    ("greeting", "Greeting"), ("apology", "Apology"), ("hold", "Hold"), ("closing", "Closing"),
  ]

  /// Those that it says something in.
  var languages: [String] {
    Set(phrases.keys).union(say.keys).union(avoid.keys).union(bannedWords.keys)
      .union(address.keys).sorted()
  }
}
