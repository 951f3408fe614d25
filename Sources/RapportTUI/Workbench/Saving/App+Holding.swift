import RapportCore
import Terminal

/// What is typed between the wish to save and the question that comes of it.
extension App {
  /// Keys that were typed before anything was asked, at most.
  private static let mostHeld = 1_000

  /// While a draft is checked before it is saved, keys wait for the question.
  ///
  /// In the form they would change what is being saved. Esc goes back to the form.
  mutating func holds(_ input: Event) -> Bool {
    guard let form = definitionForm, form.waitsToSave else { return false }
    switch input {
    case .key(.control("c")), .key(.control("l")), .key(.control("z")): return false
    case .key(.escape):
      editForm { $0.waitsToSave = false }
      return true
    case .key, .paste:
      if form.held.count < Self.mostHeld { editForm { $0.held.append(input) } }
      return true
    case .resize, .mouse, .focus, .closed: return false
    }
  }

  /// Types what was held into the question for a reason, until that is answered; anything else was not
  /// what it was meant for.
  mutating func typeHeld(now: Instant) -> [Effect] {
    var effects: [Effect] = []
    for input in definitionForm?.held ?? [] where isAskedForReason {
      effects += take(input, now: now)
    }
    editForm { $0.held = [] }
    return effects
  }

  private var isAskedForReason: Bool {
    guard case .input(let input)? = layers.last else { return false }
    return input.purpose == .changeReason
  }
}
