import RapportCore

/// What the popups do.
extension App {
  mutating func move(layerBy distance: Int) {
    switch layers.last {
    case .picker(var picker):
      picker.move(by: distance)
      layers[layers.count - 1] = .picker(picker)
    case .log(var log):
      log.move(by: distance)
      layers[layers.count - 1] = .log(log)
    case .feedback(var card):
      card.move(by: distance, most: overflow(of: card))
      layers[layers.count - 1] = .feedback(card)
    case .caller: editCaller { $0.move(by: distance) }
    case .conflict(let conflict): move(conflict, by: distance)
    case .refining(var screen):
      let most = bodyArea.map { RefiningView(app: self, screen: screen).most(in: $0) } ?? 0
      screen.move(by: distance, most: most)
      layers[layers.count - 1] = .refining(screen)
    default: break
    }
  }

  mutating func cancelLayer(now: Instant) -> [Effect] {
    if case .note(let editor) = layers.last { return closeNote(editor, now: now) }
    if case .caller = layers.last { return closeCaller(now: now) }
    if case .conflict(let conflict) = layers.last, conflict.editor != nil {
      endTyping(conflict, keeps: false)
      return []
    }
    if case .refining(let screen) = layers.last {
      leaveRefining(screen, now: now)
      return []
    }
    let left = layers.popLast()
    if case .picker(let picker)? = left, [.rule, .ruleValue].contains(picker.kind) {
      return leaveRulePicker(now: now)
    }
    return []
  }

  mutating func acceptLayer(now: Instant) -> [Effect] {
    switch layers.last {
    case .picker(let picker):
      guard let item = picker.selection else { return [] }
      if let refusal = item.refusal {
        say(.warning, refusal, at: now)
        return []
      }
      return take(item.choice, from: picker, now: now)
    case .input(let input): return take(input, now: now)
    case .note(let editor): return closeNote(editor, now: now)
    case .conflict(let conflict):
      endTyping(conflict, keeps: true)
      return []
    default: return []
    }
  }

  mutating func choose(number: Int?, now: Instant) -> [Effect] {
    guard let number, case .picker(var picker) = layers.last, picker.select(number: number) else {
      return []
    }
    layers[layers.count - 1] = .picker(picker)
    return acceptLayer(now: now)
  }

  private mutating func take(_ choice: Choice, from picker: Picker, now: Instant) -> [Effect] {
    layers.removeLast()
    switch choice {
    case .action(let id): return perform(id, now: now)
    case .contact(let id): return bringToFront(id, now: now)
    case .channel(let channel):
      say(.ok, "Via \(channel.word)", at: now)
      // A script that was chosen for another channel is not one for this.
      return change("via \(channel.word)", now: now) { contact in
        if contact.channel != channel { contact.script = nil }
        contact.channel = channel
      }
    case .language(let language):
      let name = language.map(LanguageName.text) ?? "the customer's language"
      say(.ok, "In \(name)", at: now)
      return change("in \(name)", now: now) { $0.language = language }
    case .reason(let id): return take(id, typed: picker.pasted + " " + picker.field.text, now: now)
    case .script(let id): return take(id, now: now)
    case .definition(let reference): return show(reference, now: now)
    case .theme(let name):
      theme = name
      say(.ok, "Theme \(name)", at: now)
    case .outcome(.followUp): layers.append(.picker(.followUps(for: self, now: now)))
    case .outcome(let outcome): return end(with: outcome, now: now)
    case .followUpAsPromised: return end(with: .followUp, now: now)
    case .followUp(let days?):
      let due = Promise.Due.day(zone.date(now).adding(days: days))
      let promise = Promise(due: due, by: agent.id, what: Promise.comeBack)
      return end(with: .followUp, promise: promise, now: now)
    case .rateFirst: layers.append(.picker(.ratings(for: self, thenEnds: true)))
    case .rating(let rating, let thenEnds): return rate(rating, thenEnds: thenEnds, now: now)
    case .followUp(nil): layers.append(.input(InputLine("Follow-up on", for: .followUpDate)))
    case .answer(let path, let text, let words):
      return take(text, for: path, words: words, now: now)
    case .typeAnswer(let path):
      var input = InputLine(picker.question ?? "", for: .answer(attribute(at: path)))
      input.reason = picker.reason
      layers.append(.input(input))
    case .declineAnswer(let path): return declineAnswer(path, now: now)
    case .feedback(let target, let verdict): askWhy(target, verdict)
    case .feedbackOn(let target): openFeedback(on: target)
    case .wish: layers.append(.input(InputLine("What did they ask for?", for: .wish)))
    case .answerFeedback(let ids): askAnswer(to: ids)
    case .askMember(let question): openMemberQuestion(question)
    case .pin(let pinned): askWhy(pinned, now: now)
    case .breakPins:
      askReason("Why may they be taken otherwise?")
    case .discardEdit: return discardEdit(now: now)
    case .keepEdit: return keepEdit(now: now)
    case .discardRefining: return discardRefining(now: now)
    case .keepRefining: leaveKept(now: now)
    case .mergeWith(let first, let second): return openMerge(first, second, now: now)
    case .splitBy(let segment, let path): return openPlaces(segment, by: path, now: now)
    case .compare(let first, let second): open(.comparison(first, second))
    case .memberColumn(let path): toggleMemberColumn(path)
    case .writeMembers(let file): return writeMembers(file, now: now)
    case .typeMembersPath(let file): askMembersPath(file.query, file.path)
    case .newDefinition(let new): askName(new)
    case .goOnWith(let reference): return openForm(of: reference, now: now)
    case .translation(let reference, let language):
      return openForm(of: reference, in: language, now: now)
    case .editAgain: return editAgain()
    case .dropEdited: workbench.inEditor = nil
    case .openKnown(let id): return openKnown(id, now: now)
    case .saveCaller: return saveCaller(now: now)
    case .discardCaller: return discardCaller(now: now)
    case .ruleSubject(let subject): return take(subject, now: now)
    case .ruleComparison(let comparison): return take(comparison, now: now)
    case .ruleValue(let value): return take(value, index: picker.index, now: now)
    case .typeRuleValue: return typeValue(now: now)
    case .leave: return saveAll(now: now) + [.quit]
    case .stay: break
    }
    return []
  }

  private mutating func take(_ input: InputLine, now: Instant) -> [Effect] {
    guard let text = input.field.text.trimmed.nonBlank else {
      if case .pin = input.purpose {
        layers.removeLast()
        return pin(nil, now: now)
      }
      if case .feedback(let target, let verdict) = input.purpose {
        layers.removeLast()
        return give(verdict, on: target, reason: nil, now: now)
      }
      if case .reviewNote(let id) = input.purpose {
        layers.removeLast()
        return review(id, note: nil, now: now)
      }
      refuse(
        input.purpose.wantsReason
          ? "a reason is needed; Esc goes back"
          : "nothing is typed yet; Esc leaves it blank"
      )
      return []
    }
    switch input.purpose {
    case .ask(let ask):
      if !knowledge.accepts(text, ask) {
        let example = ask.pattern.flatMap(PatternExample.text)
        let right = example.map { "such as \($0)" } ?? ask.pattern.map { "as \($0)" } ?? "a value"
        refuse("\(input.label) is written differently: \(right)")
        return []
      }
      layers.removeLast()
      return fill(ask.id, with: text, label: input.label, now: now)
    case .answer(let attribute):
      do throws(AttributeAnswer.Refusal) {
        let value = try read(text, for: attribute, now: now)
        layers.removeLast()
        return answer(attribute.path, with: value, words: text, now: now)
      } catch {
        refuse(error.description)
        return []
      }
    case .feedback(let target, let verdict):
      layers.removeLast()
      return give(verdict, on: target, reason: text, now: now)
    case .wish:
      layers.removeLast()
      return wish(text, now: now)
    case .feedbackAnswer(let ids):
      layers.removeLast()
      return answer(ids, text, now: now)
    case .pinReason(let pinned):
      layers.removeLast()
      return pin(pinned, because: text, now: now)
    case .changeReason:
      layers.removeLast()
      return save(because: text, now: now)
    case .refiningReason:
      layers.removeLast()
      return saveRefining(because: text, now: now)
    case .membersPath(let query):
      layers.removeLast()
      return writeMembers(MemberFile(query, to: text), now: now)
    case .reviewNote(let id):
      layers.removeLast()
      return review(id, note: text, now: now)
    case .partName(let part):
      layers.removeLast()
      return take(name: text, ofPart: part, now: now)
    case .splitPlace:
      let (effects, problem) = takePlace(text, now: now)
      if let problem { refuse(problem) } else if !effects.isEmpty { closeInput() }
      return effects
    case .definitionName(let new):
      guard let id = id(named: text, new) else {
        layers.removeLast()
        askID(new, named: text)
        return []
      }
      if let refusal = refusal(ofID: id, new.kind) {
        refuse(refusal)
        return []
      }
      layers.removeLast()
      return make(new, id, named: text, now: now)
    case .definitionID(let new, let name):
      if let refusal = refusal(ofID: text, new.kind) {
        refuse(refusal)
        return []
      }
      layers.removeLast()
      return make(new, text, named: name, now: now)
    case .followUpDate:
      let reading = Promise.Reading(now: now, zone: zone, agents: knowledge.definitions.agents)
      do throws(Promise.Refusal) {
        var promise = try Promise(typed: text, by: agent.id, reading)
        promise.what = promise.what ?? Promise.comeBack
        layers.removeLast()
        return end(with: .followUp, promise: promise, now: now)
      } catch {
        refuse(error.description)
        return []
      }
    case .pin:
      layers.removeLast()
      return pin(text, now: now)
    }
  }

  /// Tells while it is typed what day was understood.
  mutating func readFollowUp(_ input: InputLine, now: Instant) {
    var input = input
    let reading = Promise.Reading(now: now, zone: zone, agents: knowledge.definitions.agents)
    let promise = try? Promise(typed: input.field.text, by: agent.id, reading)
    input.understood = promise.map { promise in
      let day = promise.due.day(in: zone)
      let date = "\(OpeningWords.weekdays[day.weekday - 1]) \(day)"
      let time = promise.due.moment.map { " \(zone.local($0).clock)" } ?? ""
      let who = promise.by.flatMap { $0 == agent.id ? nil : " by \($0)" } ?? ""
      return date + time + who + (promise.what.map { ", \($0)" } ?? "")
    }
    layers[layers.count - 1] = .input(input)
  }

  /// Takes the line away, wherever something was opened meanwhile.
  private mutating func closeInput() {
    layers.removeAll { layer in
      if case .input = layer { return true }
      return false
    }
  }

  private mutating func refuse(_ problem: String) {
    guard case .input(var input) = layers.last else { return }
    input.problem = problem
    layers[layers.count - 1] = .input(input)
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
