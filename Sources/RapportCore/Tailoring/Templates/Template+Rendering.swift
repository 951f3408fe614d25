extension Template {
  /// The text with every name replaced by its value.
  ///
  /// `data` is the stack of contexts, outermost first. Adjacent words of one origin are one span.
  /// Throws where partials nest or repeat beyond the limits, or the result is longer than 1 MB.
  package func render(
    _ data: [TemplateValue],
    in environment: TemplateEnvironment
  ) throws(TemplateError) -> [TemplateSpan] {
    var renderer = TemplateRenderer(data: data, environment: environment)
    try renderer.render(nodes, from: origin)
    return renderer.finish()
  }
}
