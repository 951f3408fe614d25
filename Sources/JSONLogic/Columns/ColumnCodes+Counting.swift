extension ColumnCodes {
  /// How often each code stands in some rows; as long as the greatest of them wants.
  ///
  /// Rows beyond the last one are left out. Cost: a look at every row of the set.
  public func counts(within rows: BitMap) -> [Int] {
    var counts: [Int] = []
    var position = 0
    for word in rows.words {
      var rest = word
      while rest != 0 {
        let row = position + rest.trailingZeroBitCount
        rest &= rest - 1
        guard row < count else { return counts }
        let code = self[row]
        if code >= counts.count {
          counts += Array(repeating: 0, count: code + 1 - counts.count)
        }
        counts[code] += 1
      }
      position += 64
    }
    return counts
  }
}
