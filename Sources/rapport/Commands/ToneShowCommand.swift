import ArgumentParser
import JSONLogic
import RapportCore

struct ToneShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "A tone's voice in words, what to say, what never to say, and its phrases.",
    discussion: """
      In the store's language, or the one of --language. A phrase that the tone lacks comes from the \
      store's default tone; where that has none either it is missing, and the command ends with 1.
      """
  )

  @Argument(help: "The tone's id or name.") var tone: String
  @Option(help: ArgumentHelp("The language to show.", valueName: "tag")) var language: String?
  @Option(help: "The channel; else the store's default.") var channel: Channel?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    if let language, !LanguageTag.isWellFormed(language) {
      throw CommandFailure(
        code: "language",
        message: "\"\(language)\" is no language such as en or de-AT"
      )
    }
    let tone = try opened.tone(tone)
    let settings = opened.definitions.settings
    let channel = channel ?? settings.channel
    let resolver = ToneResolver(opened.definitions)
    let choice = resolver.choose([], channel: channel, intent: nil, mood: .calm, given: tone)
    let resolved = resolver.localize(
      choice,
      language: language ?? settings.language,
      channel: channel,
      mood: .calm
    )
    let missing = Tailor.phraseNames.filter { resolved.phrases[$0] == nil }
    let use = ToneUse(tone, in: opened.definitions)
    let printer = Printer(output.format)
    if output.format == .text {
      show(resolved, use, channel, printer)
    } else {
      printer.json(json(resolved, use, channel, missing))
    }
    guard missing.isEmpty else {
      let name = LocalFormat.languageName(resolved.language)
      Printer.message("no \(missing.joined(separator: ", ")) in \(name)")
      throw ExitStatus.no
    }
  }

  private func show(
    _ resolved: ResolvedTone,
    _ use: ToneUse,
    _ channel: Channel,
    _ printer: Printer
  ) {
    let tone = use.tone
    printer.line("\(tone.name) (\(tone.id)), version \(tone.revision), used by \(use.usedBy)")
    let language = LocalFormat.languageName(resolved.language)
    printer.line(
      "in \(language), by \(channel.words); speaks \(use.languages.joined(separator: ", "))"
    )
    let voice = resolved.voice.words
    var rows = [["Voice", voice.isEmpty ? "neutral" : voice.joined(separator: ", ")]]
    if let address = resolved.address { rows.append(["Address", address]) }
    if let words = tone.maxSentenceWords { rows.append(["Sentences", "at most \(words) words"]) }
    rows += Self.listed("Say", resolved.say)
    rows += Self.listed("Avoid", resolved.avoid)
    rows += Self.listed("Banned", resolved.bannedWords)
    for (name, text) in Self.phrases(resolved) {
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        rows.append([index == 0 ? name : "", String(line)])
      }
    }
    printer.table(rows)
  }

  private static func listed(_ label: String, _ phrases: [String]) -> [[String]] {
    phrases.enumerated().map { [$0 == 0 ? label : "", "“\($1)”"] }
  }

  /// Those that scripts expect, then the others by name.
  private static func phrases(_ tone: ResolvedTone) -> [(name: String, text: String)] {
    let others = tone.phrases.keys.filter { !Tailor.phraseNames.contains($0) }.sorted()
    return (Tailor.phraseNames + others).compactMap { name in
      tone.phrases[name].map { (name, $0) }
    }
  }

  private func json(
    _ resolved: ResolvedTone,
    _ use: ToneUse,
    _ channel: Channel,
    _ missing: [String]
  ) -> JSON {
    var json = use.json
    json["language"] = .string(resolved.language)
    json["channel"] = .string(channel.rawValue)
    json["voice"] = ToneJSON.voice(resolved.voice)
    json["words"] = ToneJSON.texts(resolved.voice.words)
    json["address"] = resolved.address.map { .string($0) } ?? .null
    json["say"] = ToneJSON.texts(resolved.say)
    json["avoid"] = ToneJSON.texts(resolved.avoid)
    json["bannedWords"] = ToneJSON.texts(resolved.bannedWords)
    json["maxSentenceWords"] = use.tone.maxSentenceWords.map { JSON($0) } ?? .null
    json["phrases"] = .object(
      JSONObject(Self.phrases(resolved).map { ($0.name, .string($0.text)) })
    )
    json["missing"] = ToneJSON.texts(missing)
    return .object(json)
  }
}
