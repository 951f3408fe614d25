import RapportCore

/// The demo store's definitions made many: 50 segments, 100 services, 500 scripts.
enum LargeDefinitions {
  static func of(_ demo: Definitions) throws -> Definitions {
    var definitions = demo
    let tones = demo.tones.map(\.id)
    definitions.services = (0..<100).map { number in
      let service = demo.services[number % demo.services.count]
      var copy = Service(
        id: Service.ID("\(service.id)-\(number)"),
        name: service.name,
        kind: service.kind
      )
      copy.offer = service.offer
      copy.summary = service.summary
      copy.channels = service.channels
      copy.eligibility = service.eligibility
      copy.hours = service.hours
      copy.whenClosed = service.whenClosed
      copy.group = service.group.map { "\($0)-\(number / 7)" }
      copy.rank = service.rank
      return copy
    }
    definitions.segments = try BenchmarkRules.rules().enumerated().map { number, rule in
      var segment = Segment(
        id: Segment.ID("rule-\(number)"),
        name: "Rule \(number)",
        priority: number + 1
      )
      segment.rule = rule
      segment.tone = tones[number % tones.count]
      segment.services = (0..<4).map { definitions.services[(number * 2 + $0) % 100].id }
      return segment
    }
    definitions.scripts = (0..<500).map { number in
      let script = demo.scripts[number % demo.scripts.count]
      var copy = Script(
        id: Script.ID("\(script.id)-\(number)"),
        title: script.title,
        intent: script.intent
      )
      copy.channels = script.channels
      copy.asks = script.asks
      copy.steps = script.steps
      copy.subject = script.subject
      // All but the first of each are for one segment alone.
      if number >= demo.scripts.count { copy.segments = [definitions.segments[number % 50].id] }
      return copy
    }
    return definitions
  }
}
