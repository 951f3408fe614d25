package import RapportCore
import Terminal

/// The interface as a conversation of lines: one line in, some lines out.
package struct PlainSession: Sendable {
  private let ports: Ports
  private let knowledge: Knowledge
  private let agent: Agent
  private let text: PlainText
  private var hits: [Hit] = []
  private var opened: OpenedCustomer?
  private var situation: Situation
  package private(set) var isDone = false

  package init(ports: Ports, knowledge: Knowledge, agent: Agent, channel: Channel? = nil) {
    self.ports = ports
    self.knowledge = knowledge
    self.agent = agent
    text = PlainText(knowledge)
    situation = Situation(
      agent: agent,
      channel: channel ?? knowledge.settings.channel,
      now: Instant(milliseconds: 0)
    )
  }

  package var greeting: [String] {
    [
      "rapport, \(knowledge.settings.name).",
      "Type what the caller gives; help lists the commands.",
    ]
  }

  package static let help = [
    "words           find a customer by name, e-mail, phone, number, company",
    "a number        open that customer of the list",
    "card            who, why, how to speak, what to offer, what to ask",
    "reason WORDS    why they contact us, from what they say; reason alone lists all",
    "say             the script",
    "script NUMBER   another script that would do; script alone lists them",
    "fill VALUE      fill the first blank of the script",
    "channel NAME    phone, email, chat or social",
    "mood NAME       calm or upset",
    "find WORDS      the next caller",
    "quit            leave",
  ]

  /// Does what a line asks for, and says what came of it.
  package mutating func answer(_ line: String, now: Instant) async -> [String] {
    situation.now = now
    let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let command = words.first?.lowercased() else { return [] }
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch command {
    case "quit", "exit", "q":
      isDone = true
      return []
    case "help", "?": return Self.help
    case "find", "/": return await find(rest)
    case "card" where rest.isEmpty: return card()
    case "reason": return reason(rest)
    case "say" where rest.isEmpty: return say()
    case "script" where rest.isEmpty || Int(rest) != nil: return script(rest)
    case "fill" where opened != nil || situation.intent != nil: return fill(rest)
    case "channel": return channel(rest)
    case "mood": return mood(rest)
    default:
      if words.count == 1, let number = Int(command), hits.indices.contains(number - 1) {
        return await open(hits[number - 1])
      }
      return await find(line.trimmed)
    }
  }

  private mutating func find(_ query: String) async -> [String] {
    guard query.nonBlank != nil else { return ["Type what the caller gives after find."] }
    let result = await ports.directory.find(query, limit: 20)
    hits = result.hits
    return text.found(result, query: query) + (hits.isEmpty ? [] : ["Type a number to open one."])
  }

  private mutating func open(_ hit: Hit) async -> [String] {
    do {
      let reader = CustomerReader(ports: ports, knowledge: knowledge, now: situation.now)
      let scores = knowledge.readsScores
      guard let found = try await reader.open(hit.id, contacts: 20, withScores: scores) else {
        return ["\(hit.id) is not in the store any more."]
      }
      opened = found
      situation.intent = nil
      situation.mood = .calm
      situation.script = nil
      situation.asks = [:]
      return card() + ["Type reason and what they say, for the script."]
    } catch {
      return [Terminal.Text.lineSafe("\(hit.id) cannot be read: \(error)")]
    }
  }

  private var guidance: Guidance { knowledge.guide(opened?.known, situation) }

  private func card() -> [String] {
    text.card(guidance, history: opened?.history ?? [], now: situation.now)
  }

  private mutating func reason(_ words: String) -> [String] {
    let intents = knowledge.definitions.intents
    guard words.nonBlank != nil else {
      return text.reasons + ["Type reason and a number or words."]
    }
    if let number = Int(words), intents.indices.contains(number - 1) {
      situation.intent = intents[number - 1].id
      situation.script = nil
      return say()
    }
    guard let best = knowledge.rank(words).first else {
      return ["No reason matches."] + text.reasons + ["Type reason and a number."]
    }
    situation.intent = best.intent
    situation.script = nil
    return text.reason(best, cues: Mood.cues(in: words)) + say()
  }

  private func say() -> [String] {
    let guidance = guidance
    guard let script = guidance.script else {
      return [guidance.noScript.map(Terminal.Text.lineSafe) ?? "No reason yet: type reason."]
    }
    return text.script(script)
  }

  private mutating func script(_ text: String) -> [String] {
    guard let choices = guidance.script?.choices else { return ["No script yet: type reason."] }
    guard let number = Int(text), choices.indices.contains(number - 1) else {
      let rows = choices.enumerated().map { "\($0 + 1). \($1.title), \($1.because)" }
      return rows.map(Terminal.Text.lineSafe) + ["Type script and a number."]
    }
    situation.script = number == 1 ? nil : choices[number - 1].id
    return say()
  }

  private mutating func fill(_ value: String) -> [String] {
    guard let script = guidance.script else { return ["No script yet: type reason."] }
    let texts = [script.subject] + script.steps.map(\.spans)
    let hole = texts.lazy.compactMap(\.firstHole).first { $0.path.hasPrefix("ask.") }
    guard let hole else { return ["Nothing is blank that can be filled here."] }
    let id = String(hole.path.dropFirst(4))
    if let ask = script.script.asks.first(where: { $0.id == id }), !knowledge.accepts(value, ask) {
      let example = ask.pattern.flatMap(PatternExample.text).map { ", such as \($0)" } ?? ""
      return [Terminal.Text.lineSafe("\(hole.label) is written differently\(example).")]
    }
    situation.asks[id] = value
    return [Terminal.Text.lineSafe("\(hole.label): \(value)")] + say()
  }

  private mutating func mood(_ name: String) -> [String] {
    guard let mood = Mood(rawValue: name) else { return ["Moods: calm, upset."] }
    situation.mood = mood
    return [mood == .upset ? "Upset: apology first, offers wait." : "Calm."]
  }

  private mutating func channel(_ name: String) -> [String] {
    guard let channel = Channel.allCases.first(where: { $0.rawValue == name || $0.word == name })
    else { return ["Channels: phone, email, chat, social."] }
    situation.channel = channel
    situation.script = nil
    return ["Via \(channel.word)."]
  }
}
