import JSONLogic
import RapportCore

/// What a change of segments would do, with its choices, before a reason is asked for.
struct RefiningScreen: Sendable {
  enum Subject: Sendable {
    case merge(SegmentMerge)
    /// Where to divide is still to be chosen.
    case places(Segment, Attribute)
    case split(SegmentSplit, Attribute)
    case retire(SegmentRetirement)
    /// Back to a version, whatever changed since.
    case revert(DefinitionChange, VersionPair, to: SegmentVersion)
    /// A change taken back, and nothing else.
    case back(DefinitionChange, VersionPair)
    /// Nothing but looking.
    case difference(VersionPair)
  }

  /// A definition at two times.
  struct VersionPair: Sendable {
    var reference: DefinitionReference
    var old: JSON?
    var new: JSON?
    /// Whose contacts are told; nil where none are.
    var revision: Int?
  }

  var title: String
  /// What somebody else changed meanwhile; stands above all else.
  var news: [RefiningLine] = []
  var notes: [RefiningLine] = []
  /// The definitions that it is made of, as they were when they were looked at last.
  var seen: [DefinitionReference: JSON] = [:]
  var subject: Subject
  /// Of the newest question; answers to older ones are dropped.
  private(set) var generation = 0
  private(set) var isRunning = false
  private(set) var answer = RefiningAnswer()
  /// The change that is being written.
  var saving: DefinitionChange?
  /// What is shown is of definitions that are not those any more.
  var isStale = false
  /// What the parts of a split are called, where that was typed, by the part.
  var names: [Int: String] = [:]
  /// Why, as far as it was typed.
  var reason = ""
  /// The own change that saving it takes back.
  var undoes: DefinitionChange.ID?
  /// The row that the cursor is on.
  private(set) var index = 0
  /// The first line on the screen, where there are no rows to choose.
  private(set) var top = 0

  init(_ title: String, _ subject: Subject, notes: [RefiningLine] = []) {
    self.title = title
    self.notes = notes
    self.subject = subject
  }

  var question: RefiningQuestion {
    switch subject {
    case .merge(let merge): .merge(merge)
    case .places(let segment, let attribute): .places(segment, attribute)
    case .split(let split, let attribute): .split(split, attribute)
    case .retire(let retirement): .retire(retirement)
    case .revert(let change, let pair, _), .back(let change, let pair): .difference(pair, change)
    case .difference(let pair): .difference(pair, nil)
    }
  }

  /// Starts a question; answers its number.
  mutating func begin() -> Int {
    isRunning = true
    generation += 1
    return generation
  }

  mutating func take(_ answer: RefiningAnswer, generation: Int) {
    guard generation == self.generation else { return }
    isRunning = !answer.isComplete
    self.answer = answer
    index = min(index, max(0, rows - 1))
  }

  /// What it was about cannot be done any more.
  mutating func refuse(_ why: String) {
    isRunning = false
    isStale = false
    answer = RefiningAnswer(refusal: why, isComplete: true)
  }

  /// The fields to choose in a merge, in their order.
  var choices: [String] {
    guard case .merge = subject else { return [] }
    return answer.lines.compactMap(\.key)
  }

  /// How many rows can be chosen.
  var rows: Int {
    switch subject {
    case .merge: choices.count
    case .places: answer.proposals.count
    default: 0
    }
  }

  mutating func move(by distance: Int, most: Int) {
    let target = index + distance
    if rows > 0, target >= rows {
      // Behind the last row the text goes on.
      top = min(most, top + target - (rows - 1))
      index = rows - 1
    } else if rows > 0, top > 0, distance < 0 {
      top = max(0, top + distance)
    } else if rows > 0 {
      index = max(0, target)
      top = 0
    } else {
      top = min(max(0, top + distance), most)
    }
  }

  /// The field that the cursor is on goes to one of the two, and the cursor on.
  mutating func choose(_ side: SegmentMerge.Side) {
    guard case .merge(var merge) = subject, choices.indices.contains(index) else { return }
    merge.choices[choices[index]] = side
    subject = .merge(merge)
    index = min(index + 1, choices.count - 1)
  }

  /// The change, with a reason; nil where nothing is to be written.
  func change(
    _ id: DefinitionChange.ID,
    at now: Instant,
    by agent: Agent.ID,
    reason: String
  ) -> DefinitionChange? {
    switch subject {
    case .merge(let merge):
      return (answer.merge ?? merge).change(id, at: now, by: agent, reason: reason)
    case .split(let split, _):
      return (answer.split ?? split).change(id, at: now, by: agent, reason: reason)
    case .retire(let retirement): return retirement.change(id, at: now, by: agent, reason: reason)
    case .revert(let change, _, _), .back(let change, _):
      var made = DefinitionChange(id: id, at: now, by: agent, reason: reason, edits: change.edits)
      made.undoes = change.undoes
      return made
    case .places, .difference: return nil
    }
  }

  /// The reason that is offered where one is known.
  var offeredReason: String {
    switch subject {
    case .revert(let change, _, _), .back(let change, _): change.reason
    case .merge, .places, .split, .retire, .difference: ""
    }
  }

  /// Why it cannot be saved; nil where it can.
  var refusal: String? {
    switch subject {
    case .places: return "choose where to divide first"
    case .difference: return "there is nothing to save"
    default: break
    }
    if saving != nil { return "it is being saved" }
    if isRunning || isStale { return "its effect is still being counted" }
    if let refusal = answer.refusal { return refusal }
    return answer.isComplete ? nil : "its effect is still being counted"
  }
}
