import JSONLogic
import RapportCore

/// What is wrong with the draft, at the fields that it is about.
extension DefinitionForm {
  /// A problem at a field: in which language, where it is not the one that is shown.
  struct Placed: Sendable {
    var problem: Problem
    var language: String?
  }

  /// The problems of each field, and those that are about none of them.
  var placedProblems: (fields: [FormField.ID: [Placed]], others: [Problem]) {
    var placed: [FormField.ID: [Placed]] = [:]
    var others: [Problem] = []
    for problem in outcome?.problems ?? [] {
      let pointer = problem.pointer(below: reference)
      var best: (depth: Int, field: FormField.ID, language: String?)?
      for field in fields {
        guard let match = field.path.match(pointer) else { continue }
        if let best, best.depth >= match.depth { continue }
        best = (match.depth, field.id, match.language)
      }
      guard let best else {
        others.append(problem)
        continue
      }
      let other = best.language == language ? nil : best.language
      placed[best.field, default: []].append(Placed(problem: problem, language: other))
    }
    return (placed, others)
  }

  /// To the field that a problem is about, in its language.
  mutating func focus(onProblem problem: Problem) {
    for (index, field) in fields.enumerated() {
      guard let placed = placedProblems.fields[field.id]?.first(where: { $0.problem == problem })
      else { continue }
      while let wanted = placed.language, languages.contains(wanted), language != wanted {
        nextLanguage()
      }
      focus(on: index)
      return
    }
  }

  /// The languages in which a field has no text while others have one.
  func missingLanguages(of field: FormField) -> [String] {
    guard field.path.isByLanguage, !field.mayBeMissing else { return [] }
    let there = field.path.languages(in: draft.object, among: languages, store: store)
    return there.isEmpty ? [] : languages.filter { !there.contains($0) }
  }

  /// Fields that have a text in another language and none in this one.
  var missingHere: Int {
    fields.count { missingLanguages(of: $0).contains(language) }
  }

  /// What a text is in the store's language, while it has none in this one.
  func example(of field: FormField) -> String? {
    guard field.path.isByLanguage, language != store else { return nil }
    let value = field.path.value(in: draft.object, language: store, store: store)
    return field.text(of: value).nonBlank
  }
}
