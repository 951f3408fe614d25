import RapportCore
import Terminal

/// Lists of customers beyond the screen: to a file, and to call.
extension EffectRunner {
  func writeMembers(_ file: MemberFile, at now: Instant) async {
    guard let export = ports.export else {
      return mailbox.post(.membersFailed(file, why: "nobody writes files here"))
    }
    do {
      let written = try await export.write(file, definitions, at: now) { [mailbox] progress in
        mailbox.post(.membersWriting(file, progress), replacing: "export")
      }
      mailbox.post(.membersWritten(file, written))
    } catch let refusal as MemberFileRefusal {
      mailbox.post(.membersNotWritten(file, refusal))
    } catch {
      guard !Task.isCancelled else { return }
      mailbox.post(.membersFailed(file, why: "\(error)"))
    }
  }

  func drawCalls(_ id: Segment.ID, others: Int, generation: Int, at now: Instant) async {
    let definitions = definitions
    guard let calls = ports.calls,
      let segment = definitions.segments.first(where: { $0.id == id })
    else {
      return mailbox.post(.calls(.failure(.nobody), generation: generation))
    }
    let seed = CallList.seed(of: now, definitions.settings) &+ UInt64(others) &* 1_000_003
    do {
      let list = try await calls.callList(
        of: segment,
        count: CallTable.count,
        seed: seed,
        definitions,
        at: now
      )
      guard !Task.isCancelled else { return }
      mailbox.post(.calls(.success(list), generation: generation))
    } catch {
      guard !Task.isCancelled else { return }
      let failure = CountingFailure(why: "\(error)")
      mailbox.post(.calls(.failure(failure), generation: generation))
    }
  }

  /// Reads the customers that the votes are on.
  func doubt(_ id: Segment.ID, _ votes: [Feedback], generation: Int, at now: Instant) async {
    let definitions = definitions
    guard let segment = definitions.segments.first(where: { $0.id == id }) else {
      return mailbox.post(.doubts(.failure(.nobody), generation: generation))
    }
    let facts = await facts(of: Set(votes.compactMap(\.customer)), at: now)
    guard !Task.isCancelled else { return }
    let words = MembershipEvaluator(definitions, at: now).words
    let doubts = ConditionDoubt.all(of: segment, votes, words) { facts[$0] }
    mailbox.post(.doubts(.success(doubts), generation: generation))
  }
}
