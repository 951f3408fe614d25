package import JSONLogic

extension Rule {
  /// Where the derived attributes come from that the rule reads, alone or in an object of several.
  package func derivationSources(_ catalog: AttributeCatalog) -> Set<Derivation.Source> {
    let paths = Set(variables.map(\.path.description))
    guard !paths.isEmpty else { return [] }
    var sources: Set<Derivation.Source> = []
    for (path, derivation) in catalog.derivations
    where paths.contains(where: { $0.isEmpty || $0 == path || path.hasPrefix($0 + ".") }) {
      sources.insert(derivation.source)
    }
    return sources
  }
}

extension Definitions {
  /// Where the derived attributes come from that any rule reads.
  package var derivationSources: Set<Derivation.Source> {
    let rules =
      segments.compactMap(\.rule) + services.compactMap(\.eligibility)
      + scripts.compactMap(\.condition)
    return rules.reduce(into: []) { $0.formUnion($1.derivationSources(catalog)) }
  }

  /// Whether any rule asks how customers buy compared with others, which takes all orders to tell.
  package var readsPurchaseScores: Bool { derivationSources.contains(.orders) }
}
