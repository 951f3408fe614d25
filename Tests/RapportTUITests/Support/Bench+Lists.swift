import RapportCore

@testable import RapportTUI

/// Lists of customers beyond the screen, of a store in memory.
extension Bench {
  mutating func write(_ file: MemberFile, at moment: Instant) {
    guard file.replaces || files[file.path] == nil else {
      return send(.message(.membersNotWritten(file, .exists)))
    }
    var query = file.query
    (query.offset, query.limit) = (0, .max)
    let page = MemoryCounts(store: store, knowledge: app.knowledge).members(query, at: moment)
    guard !holdsWriting else {
      let progress = MemberProgress(written: 1, found: page.count)
      return send(.message(.membersWriting(file, progress)))
    }
    let document = MemberDocument(file.form, columns: query.columns)
    let rows = page.rows.enumerated().map { document.text(of: $1, isFirst: $0 == 0) }
    files[file.path] =
      document.head + rows.joined() + document.end(isEmpty: page.rows.isEmpty)
    let progress = MemberProgress(written: page.rows.count, found: page.count)
    send(.message(.membersWritten(file, progress)))
  }

  /// All of the members, the n-th first where others are drawn.
  func calls(
    of id: Segment.ID,
    _ others: Int,
    at moment: Instant
  ) -> Result<CallList, CountingFailure> {
    guard counts, let segment = app.knowledge.definitions.segments.first(where: { $0.id == id })
    else { return .failure(.nobody) }
    let counts = MemoryCounts(store: store, knowledge: app.knowledge)
    let members = counts.members(MemberQuery(.members([id]), limit: .max), at: moment).rows
    let judged = members.map(\.customer).map { customer in
      let history = store.history[customer.id] ?? []
      return (
        customer, CallList.obstacle(to: customer, history: history, answers: [], at: moment)
      )
    }
    let suitable = judged.filter { $0.1 == nil }.map(\.0)
    let obstacles = judged.compactMap(\.1).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let first = suitable.isEmpty ? 0 : others % suitable.count
    let drawn = suitable.dropFirst(first) + suitable.prefix(first)
    return .success(
      CallList(
        segment,
        entries: drawn.prefix(CallTable.count).map {
          CallList.Entry($0, account: nil, at: moment)
        },
        members: members.count,
        obstacles: obstacles
      )
    )
  }

  func doubts(of id: Segment.ID, _ votes: [Feedback], at moment: Instant) -> [ConditionDoubt] {
    guard let segment = app.knowledge.definitions.segments.first(where: { $0.id == id }) else {
      return []
    }
    let words = MembershipEvaluator(app.knowledge.definitions, at: moment).words
    return ConditionDoubt.all(of: segment, votes, words) {
      store.customers[$0].map { CustomerFacts($0) }
    }
  }
}
