extension Rule {
  /// For each variable, the smallest change of its value alone that brings the rule to *in*; the
  /// nearest first, and in the rule's order among equals.
  ///
  /// Found by trying: the answer can only change at the values a variable is compared with, so
  /// these, a value between each two and one beyond each end are read with everything else as it
  /// is. What is reported was therefore read as *in*; a range is reported only where every use of
  /// the variable is such a comparison, otherwise the values themselves are. Not found are changes
  /// through arithmetic, of values inside lists, and of two variables at once. At most 128 values
  /// are tried for each use.
  ///
  /// - Parameters:
  ///   - data: JSON, or a record of the host.
  ///   - operations: the operations bound for this reading; the rule's own otherwise.
  /// - Returns: the changes; none where the rule is *in* already.
  public func nearMisses(_ data: some RuleData, operations: Operations? = nil) -> [NearMiss] {
    nearMisses(any: data, operations: operations)
  }

  func nearMisses(any data: any RuleData, operations: Operations?) -> [NearMiss] {
    let operations = operations ?? self.operations
    guard answer(any: data, operations: operations) != .in else { return [] }
    let survey = LandmarkSurvey(self, data, operations)
    var misses: [NearMiss] = []
    for path in survey.order {
      guard let landmarks = survey.landmarks[path] else { continue }
      let search = NearMissSearch(self, data, operations, path, landmarks)
      if let miss = search.nearest() { misses.append(miss) }
    }
    return misses.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .map(\.element)
  }
}
