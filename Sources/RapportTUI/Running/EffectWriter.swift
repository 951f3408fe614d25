import Dispatch
import RapportCore
import Synchronization
import Terminal

/// Writes one effect after the other.
///
/// A draft that is saved again before its turn is written once, with its newest state. A contact
/// whose outcome is in the journal has no draft any more, and gets none.
final class EffectWriter: Sendable {
  private struct Queue {
    var effects: [Effect] = []
    var isWriting = false
    var waiting: [DispatchSemaphore] = []
    var logged: Set<Contact.ID> = []
  }

  private let ports: Ports
  private let mailbox: Mailbox<Message>
  private let queue = Mutex(Queue())

  init(ports: Ports, mailbox: Mailbox<Message>) {
    self.ports = ports
    self.mailbox = mailbox
  }

  func write(_ effect: Effect) {
    let starts = queue.withLock { queue in
      if effect.savesDraft,
        let index = queue.effects.lastIndex(where: { $0.draft == effect.draft }),
        queue.effects[index].savesDraft
      {
        queue.effects[index] = effect
      } else {
        queue.effects.append(effect)
      }
      guard !queue.isWriting else { return false }
      queue.isWriting = true
      return true
    }
    guard starts else { return }
    Task.detached(priority: .userInitiated) { [self] in await writeAll() }
  }

  func finish(within limit: Duration) -> Bool {
    let done = DispatchSemaphore(value: 0)
    let isIdle = queue.withLock { queue in
      if queue.isWriting { queue.waiting.append(done) }
      return !queue.isWriting
    }
    let seconds = Int(limit.components.seconds)
    return isIdle || done.wait(timeout: .now() + .seconds(seconds)) == .success
  }

  private func writeAll() async {
    while true {
      let (next, waiting) = queue.withLock { queue -> (Effect?, [DispatchSemaphore]) in
        guard queue.effects.isEmpty else { return (queue.effects.removeFirst(), []) }
        queue.isWriting = false
        defer { queue.waiting = [] }
        return (nil, queue.waiting)
      }
      guard let next else {
        waiting.forEach { $0.signal() }
        return
      }
      await perform(next)
    }
  }

  private func perform(_ effect: Effect) async {
    switch effect {
    case .saveDraft(let contact):
      guard !queue.withLock({ $0.logged.contains(contact.id) }) else { return }
      do {
        try await ports.drafts.save(contact)
      } catch {
        mailbox.post(.draftNotSaved(contact.id, why: "\(error)"))
      }
    case .removeDraft(let id): await removeDraft(id)
    case .saveCaller(let caller):
      do {
        try await ports.drafts.save(caller)
      } catch {
        mailbox.post(.failed("The new caller is not kept as a draft: \(error)"))
      }
    case .removeCaller(let id): await removeCaller(id)
    case .saveEdit(let draft):
      do {
        try await ports.drafts.save(draft)
      } catch {
        mailbox.post(.failed("The change is not kept as a draft: \(error)"))
      }
    case .removeEdit(let id):
      do {
        try await ports.drafts.remove(id)
      } catch {
        mailbox.post(.failed("The draft of a change stays behind: \(error)"))
      }
    case .keepRefining(let draft):
      do {
        try await ports.drafts.save(draft)
      } catch {
        mailbox.post(.failed("What you chose is not kept as a draft: \(error)"))
      }
    case .dropRefining(let id):
      do {
        try await ports.drafts.remove(id)
      } catch {
        mailbox.post(.failed("The draft of what you chose stays behind: \(error)"))
      }
    case .create(let patch):
      do {
        let customer = try await ports.directory.apply(patch)
        await removeCaller(NewCaller.ID(customer.id.rawValue))
        mailbox.post(.created(customer))
      } catch is PatchConflict {
        mailbox.post(.notCreated(patch.customer, why: "another window saved this caller already"))
      } catch {
        mailbox.post(.notCreated(patch.customer, why: "\(error)"))
      }
    case .log(let interaction, let contact):
      do {
        try await ports.journal.append(interaction)
      } catch {
        mailbox.post(.notLogged(contact, why: "\(error)"))
        return
      }
      queue.withLock { _ = $0.logged.insert(contact) }
      // Not left to the loop: it may have ended meanwhile, and the contact would return.
      await removeDraft(contact)
      mailbox.post(.logged(contact))
    case .takeBack(let contact, _): await takeBack(contact)
    case .apply(let patch):
      do {
        mailbox.post(.patched(try await ports.directory.apply(patch)))
      } catch let conflict as PatchConflict {
        mailbox.post(.conflicted(patch, conflict))
      } catch {
        mailbox.post(.notPatched(patch, why: "\(error)"))
      }
    case .saveFeedback(let line):
      do {
        try await ports.journal.append(line)
        mailbox.post(.feedbackSaved(line))
      } catch {
        mailbox.post(.feedbackNotSaved(line, why: "\(error)"))
      }
    case .takeBackFeedback(let line):
      do {
        try await ports.journal.takeBack(line.id)
        mailbox.post(.feedbackTakenBack(line))
      } catch {
        mailbox.post(.feedbackNotTakenBack(line, why: "\(error)"))
      }
    case .answerFeedback(let id, let answer):
      do {
        mailbox.post(.feedbackAnswered(try await ports.journal.answer(id, with: answer)))
      } catch {
        mailbox.post(.feedbackNotAnswered(id, why: "\(error)"))
      }
    case .noteRead(let line):
      do {
        try await ports.drafts.noteRead(line)
      } catch {
        mailbox.post(.failed("The answer will be shown once more: \(error)"))
      }
    case .saveDefinitions(let change): await save(change)
    default: break
    }
  }

  private func save(_ change: DefinitionChange) async {
    switch ports.definitions {
    case .readOnly(let why): mailbox.post(.definitionsNotSaved(change, why: why))
    case .editable(let store):
      do {
        mailbox.post(.definitionsSaved(try await store.save(change)))
      } catch let conflict as DefinitionConflict {
        mailbox.post(.definitionsConflicted(change, conflict))
      } catch let refusal as DefinitionRefusal {
        mailbox.post(.definitionsRefused(change, refusal))
      } catch {
        mailbox.post(.definitionsNotSaved(change, why: "\(error)"))
      }
    }
  }

  /// The draft first: between the two, the next start finds the outcome and removes the draft.
  private func takeBack(_ contact: Contact) async {
    do {
      try await ports.drafts.save(contact)
      try await ports.journal.takeBack(
        Interaction.ID(contact.id.rawValue),
        of: contact.customer
      )
    } catch {
      mailbox.post(.notTakenBack(contact, why: "\(error)"))
      return
    }
    queue.withLock { _ = $0.logged.remove(contact.id) }
    mailbox.post(.takenBack(contact))
  }

  private func removeCaller(_ id: NewCaller.ID) async {
    do {
      try await ports.drafts.remove(id)
    } catch {
      mailbox.post(.failed("A new caller's draft stays behind: \(error)"))
    }
  }

  private func removeDraft(_ id: Contact.ID) async {
    do {
      try await ports.drafts.remove(id)
    } catch {
      mailbox.post(.failed("A finished contact's draft stays behind: \(error)"))
    }
  }
}

extension Effect {
  /// The id of the contact or the new caller whose draft it is about.
  fileprivate var draft: String? {
    switch self {
    case .saveDraft(let contact): contact.id.rawValue
    case .takeBack(let contact, _): contact.id.rawValue
    case .removeDraft(let id), .log(_, let id): id.rawValue
    case .saveCaller(let caller): caller.id.rawValue
    case .removeCaller(let id): id.rawValue
    case .saveEdit(let draft): draft.id.rawValue
    case .removeEdit(let id): id.rawValue
    case .keepRefining(let draft): draft.id.rawValue
    case .dropRefining(let id): id.rawValue
    case .create(let patch): patch.customer.rawValue
    default: nil
    }
  }

  fileprivate var savesDraft: Bool {
    switch self {
    case .saveDraft, .saveCaller, .saveEdit, .keepRefining: true
    default: false
    }
  }
}
