import Synchronization

/// A script with its texts parsed and the store's own steps in it.
package final class PreparedScript: Sendable {
  let script: Script
  /// For the agent.
  let title: String
  let subject: LocalizedTemplate?
  let steps: [PreparedStep]
  /// Those in which every step of its own has a text.
  ///
  /// One with a region may leave steps to its base, but not all of them.
  let languages: Set<String>
  let restrictions: Int
  private let apologises = Mutex<[Apology: Bool]>([:])

  private struct Apology: Hashable {
    var language: String
    var phrase: String
  }

  /// `languages` are those of the title, the most wanted first.
  init(
    _ script: Script,
    always: [PreparedStep] = [],
    languages wanted: [String] = [],
    _ problems: inout [Problem]
  ) {
    self.script = script
    restrictions = script.restrictions
    title = script.title.text(preferring: wanted) ?? script.id.rawValue
    let file = "scripts/\(script.id).json"
    var found: [Problem] = []
    subject = script.subject.map {
      LocalizedTemplate($0, at: Place(file: file, pointer: "/subject"), &found)
    }
    let own = script.steps.enumerated().map { position, step in
      let place = Place(file: file, pointer: "/steps/\(position)/text")
      return PreparedStep(step, isAlways: false, at: place, &found)
    }
    steps = AlwaysSteps.insert(always, into: own)
    let texts = script.steps.filter { !$0.isSilent }.map(\.text)
    languages = Set(texts.flatMap(\.texts.keys)).filter { language in
      texts.allSatisfy { $0.text(in: language) != nil }
    }
    problems += found
  }

  /// Whether its own words say sorry where that belongs; `phrase` is the tone's apology, from `source`.
  func apologisesFirst(in language: String, _ phrase: Template, from source: String) -> Bool {
    let key = Apology(language: language, phrase: source)
    if let known = apologises.withLock({ $0[key] }) { return known }
    let words = ApologyWords(language, phrase: phrase)
    let apologises = ApologyFirst.first(of: steps).contains { step in
      guard step.step.kind == .say, let parsed = step.text.template(in: language),
        let template = parsed
      else { return false }
      return words.stand(in: SpokenText.words(template, language: language) { _ in nil })
    }
    self.apologises.withLock { $0[key] = apologises }
    return apologises
  }
}

/// A step with its text parsed.
struct PreparedStep: Sendable {
  let step: Step
  let text: LocalizedTemplate
  /// Put in by the store, not the script.
  let isAlways: Bool

  init(
    _ step: Step,
    isAlways: Bool,
    at place: @autoclosure () -> Place,
    _ problems: inout [Problem]
  ) {
    self.step = step
    self.isAlways = isAlways
    text = LocalizedTemplate(step.text, at: place(), &problems)
  }

  /// Whether it is said and includes the phrase.
  func says(_ phrase: String) -> Bool { step.kind == .say && text.includes(phrase) }
}

extension Step {
  /// A choice of which only the branches are read.
  var isSilent: Bool { kind == .choose && text.texts.isEmpty }
}
