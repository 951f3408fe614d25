import RapportCore
import Terminal

/// Drafts of an earlier window: what was finished before it ended goes, the rest returns.
extension EffectRunner {
  func loadDrafts() async {
    do {
      let drafts = try await ports.drafts.load()
      var open: [Contact] = []
      for contact in drafts.contacts {
        if await isLogged(contact) {
          writer.write(.removeDraft(contact.id))
        } else {
          open.append(contact)
        }
      }
      mailbox.post(.drafts(open, problems: drafts.problems))
      var callers: [NewCaller] = []
      for caller in drafts.callers {
        // Whether a window ended between the record's way into the store and the draft's removal.
        if (try? await ports.directory.customer(caller.customer)) != nil {
          writer.write(.removeCaller(caller.id))
        } else {
          callers.append(caller)
        }
      }
      mailbox.post(.callers(callers))
      mailbox.post(.edits(drafts.edits, drafts.refinings))
    } catch {
      mailbox.post(.failed("The open contacts cannot be read: \(error)"))
    }
  }

  /// Whether a window ended between the outcome's way into the journal and the draft's removal.
  ///
  /// A journal that cannot be read does not tell: the contact returns. So does that of a caller
  /// whom nobody knows, since the journal is asked by customer.
  private func isLogged(_ contact: Contact) async -> Bool {
    guard let customer = contact.customer,
      let logged = try? await ports.journal.interactions(of: customer, limit: .max)
    else { return false }
    return logged.contains { $0.id.rawValue == contact.id.rawValue }
  }
}
