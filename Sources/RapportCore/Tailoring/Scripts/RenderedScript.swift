/// A script chosen and filled for one contact.
package struct RenderedScript: Sendable {
  package struct RenderedStep: Sendable, Identifiable {
    package var id: String
    package var kind: Step.Kind
    package var label: String
    package var spans: [TemplateSpan]
    /// For `verify`: each attribute's label and the customer's value, which the agent compares.
    package var compare: [(label: String, value: String?)]
    /// For `choose`: what the n-th choice says and the step it leads to.
    package var next: [(label: String, to: String)]
    /// Put in by the store, not the script.
    package var always: Bool

    package init(
      id: String,
      kind: Step.Kind,
      label: String,
      spans: [TemplateSpan],
      compare: [(label: String, value: String?)] = [],
      next: [(label: String, to: String)] = [],
      always: Bool = false
    ) {
      self.id = id
      self.kind = kind
      self.label = label
      self.spans = spans
      self.compare = compare
      self.next = next
      self.always = always
    }
  }

  /// Another script that would do.
  package struct Alternative: Sendable, Hashable, Identifiable {
    package var id: Script.ID
    package var title: String
    package var language: String
    /// Why it would do: `for everybody, in German`.
    package var because: String

    package init(id: Script.ID, title: String, language: String, because: String) {
      self.id = id
      self.title = title
      self.language = language
      self.because = because
    }
  }

  package var script: Script
  package var title: String
  package var channel: Channel
  package var language: String
  /// E-mail only.
  package var subject: [TemplateSpan]
  package var steps: [RenderedStep]
  /// Why this one, in one line: `for Loyal advocates, in German`.
  package var because: String
  /// Others that would do, best first.
  package var alternatives: [Alternative]
  /// How many of the others go before this one; 0 for the best.
  package var rank: Int
  /// Said where the language is not the customer's, or the agent does not speak it.
  package var notice: String?

  package init(
    script: Script,
    title: String,
    channel: Channel,
    language: String,
    subject: [TemplateSpan],
    steps: [RenderedStep],
    because: String,
    alternatives: [Alternative],
    rank: Int = 0,
    notice: String? = nil
  ) {
    self.script = script
    self.title = title
    self.channel = channel
    self.language = language
    self.subject = subject
    self.steps = steps
    self.because = because
    self.alternatives = alternatives
    self.rank = rank
    self.notice = notice
  }
}
