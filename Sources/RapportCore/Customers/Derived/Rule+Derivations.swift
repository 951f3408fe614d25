package import JSONLogic

extension Rule {
  /// Where the derived attributes come from that the rule reads, alone or in an object of several; of
  /// all of them where it computes what it reads.
  package func derivationSources(_ catalog: AttributeCatalog) -> Set<Derivation.Source> {
    if readsComputedPaths { return Set(catalog.derivations.values.map(\.source)) }
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

extension Rule {
  /// Whether some path that it reads does not stand in it.
  package var readsComputedPaths: Bool {
    var isComputed = false
    root.visit { node in
      switch node.operator {
      case .variable, .value: isComputed = true
      case .missing, .missingSome, .exists: isComputed = isComputed || node.testedPaths == nil
      default: break
      }
    }
    return isComputed
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
