/// The form that a script takes in a channel: steps to speak, one e-mail, messages to send.
enum ChannelForm {
  /// `messageWords` is how many words a message may have before it is cut at the end of a sentence of
  /// its language.
  static func shape(
    _ steps: [RenderedScript.RenderedStep],
    for channel: Channel,
    language: String,
    messageWords: Int = Int(Threshold.chatWords.standard)
  ) -> [RenderedScript.RenderedStep] {
    switch channel {
    case .phone: steps
    case .email: joined(steps)
    case .chat, .social:
      steps.flatMap { messages($0, words: messageWords, language: language) }
    }
  }

  /// What is written becomes one block where the first of it stood; branches stay apart, because only
  /// one of them is sent.
  private static func joined(
    _ steps: [RenderedScript.RenderedStep]
  ) -> [RenderedScript.RenderedStep] {
    let branches = Set(steps.flatMap { $0.next.map(\.to) })
    let isBlock = { (step: RenderedScript.RenderedStep) in
      step.kind == .say && !branches.contains(step.id) && step.next.isEmpty
    }
    guard steps.count(where: isBlock) > 1, let first = steps.firstIndex(where: isBlock) else {
      return steps
    }
    var block = steps[first]
    for step in steps[(first + 1)...] where isBlock(step) {
      block.spans = (block.spans + [.text("\n\n", from: .script)] + step.spans).coalesced
    }
    var result = steps.filter { !isBlock($0) }
    result.insert(block, at: first)
    return result
  }

  /// A step as messages of a sensible length: one a paragraph, cut further at the ends of sentences.
  private static func messages(
    _ step: RenderedScript.RenderedStep,
    words: Int,
    language: String
  ) -> [RenderedScript.RenderedStep] {
    guard step.kind == .say, !SpanSplitter.isOneMessage(step.spans, words: words) else {
      return [step]
    }
    let parts = SpanSplitter.messages(step.spans, words: words, language: language)
    guard parts.count > 1 else { return [step] }
    return parts.enumerated().map { number, spans in
      var part = step
      part.spans = spans
      if number > 0 { part.id = "\(step.id)-\(number + 1)" }
      // Where it goes on to comes after its last message.
      if number < parts.count - 1 { part.next = [] }
      return part
    }
  }
}

extension [TemplateSpan] {
  /// Adjacent words of one origin as one span.
  var coalesced: [TemplateSpan] {
    var result: [TemplateSpan] = []
    for span in self {
      if case .text(let new, let origin) = span, case .text(let old, origin)? = result.last {
        result[result.count - 1] = .text(old + new, from: origin)
      } else {
        result.append(span)
      }
    }
    return result
  }
}
