import Glibc

/// Whether two shares may be the same, exact for any number of answers.
package enum FisherExactTest {
  /// The two-sided p-value: how likely tables are that are no likelier than this one.
  ///
  /// 1 where one of the two has no data.
  package static func probability(_ first: Proportion, _ second: Proportion) -> Double {
    let (n, m) = (first.count, second.count)
    guard n > 0, m > 0 else { return 1 }
    let successes = first.successes + second.successes
    let all = logChoose(n + m, successes)
    func likelihood(_ own: Int) -> Double {
      exp(logChoose(n, own) + logChoose(m, successes - own) - all)
    }
    // Tables that are as likely differ in the last digits.
    let limit = likelihood(first.successes) * (1 + 1e-7)
    let possible = max(0, successes - m)...min(n, successes)
    return min(1, possible.map(likelihood).filter { $0 <= limit }.reduce(0, +))
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
  }
}
