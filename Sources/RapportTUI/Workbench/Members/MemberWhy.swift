import RapportCore
import Terminal

/// Why a customer is in segments or not, as lines.
struct MemberWhy {
  private static let answer = 11

  private let opened: OpenedCustomer
  private let segments: [Segment.ID]
  private let knowledge: Knowledge
  private let now: Instant

  init(_ opened: OpenedCustomer, _ segments: [Segment.ID], _ knowledge: Knowledge, now: Instant) {
    (self.opened, self.segments, self.knowledge, self.now) = (opened, segments, knowledge, now)
  }

  var title: Line {
    let customer = CustomerPresentation(opened.customer, account: opened.account)
    return Line([
      Span(customer.name, role: .customerName), Span("  \(customer.id)", role: .customerDetail),
    ])
  }

  func lines(columns: Int) -> [Line] {
    let memberships = knowledge.evaluate(opened.known, now)
    return segments.flatMap { id -> [Line] in
      let membership = memberships.first { $0.segment == id }
      return lines(of: id, membership, columns: columns) + [Line()]
    }
  }

  private func lines(of id: Segment.ID, _ membership: Membership?, columns: Int) -> [Line] {
    var head = Line(knowledge.segmentName(id), role: .badgeSegment)
    guard let tree = knowledge.explain(opened.known, id, now) else {
      let why = membership?.why ?? "its rule cannot be read"
      head += Line("  \(why)", role: .textDim)
      return head.wrapped(toColumns: columns)
    }
    let answer = membership?.answer ?? tree.answer
    head += Line("  ") + Line(answer.shortWord, role: answer.role)
    var lines = [head]
    if let manual = membership?.manual {
      lines += Line(manual.words, role: .near).wrapped(toColumns: columns)
    }
    if let near = membership?.nearMiss { lines.append(Line(near, role: .near)) }
    for line in TreeLine.lines(of: tree, folded: []) {
      let role: Role = line.node.decides ? line.node.answer.role : .textDim
      var row = Line(pad(line.node.answer.mark, to: Self.answer), role: role)
      row += Line(line.branches.map { Span($0.text, role: .border) })
      row += Line(line.node.text, role: line.node.decides ? .text : .textDim)
      lines += row.wrapped(toColumns: columns, hangingIndent: Self.answer + 3)
    }
    return lines
  }
}
