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
    guard definitionForm?.waitsToSave == true else { return false }
    switch input {
    case .key(.control("c")), .key(.control("l")), .key(.control("z")): return false
    case .key(.escape):
      editForm { $0.waitsToSave = false }
      heldInput = []
      return true
    case .key, .paste:
      if heldInput.count < Self.mostHeld { heldInput.append(input) }
      return true
    case .resize, .mouse, .focus, .closed: return false
    }
  }

  /// Types what was held into the question for a reason; anything else was not what it was meant for.
  mutating func typeHeld(now: Instant) -> [Effect] {
    let held = heldInput
    heldInput = []
    guard case .input(let input)? = layers.last, input.purpose == .changeReason else { return [] }
    return held.flatMap { take($0, now: now) }
  }
}
