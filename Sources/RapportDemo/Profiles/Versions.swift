/// Version numbers in use, the newest most often.
enum Versions {
  static func app(_ random: inout SplitMix64) -> String {
    let releases = [
      ("4.3.1", 14), ("4.3.0", 20), ("4.2.1", 16), ("4.2.0", 9), ("4.1.0", 7), ("4.0.2", 4),
      ("3.9.2", 9), ("3.8.0", 8), ("3.6.1", 6), ("3.2.0", 4), ("2.11.0", 3),
    ]
    return random.weighted(releases.map { ($0.0, $0.1) }) ?? "4.3.0"
  }

  static func firmware(_ random: inout SplitMix64) -> String {
    let releases = [
      ("3.4.0", 38), ("3.2.1", 18), ("3.2.0", 12), ("3.1.0", 12), ("3.0.2", 8), ("2.9.4", 7),
      ("2.8.1", 5),
    ]
    return random.weighted(releases.map { ($0.0, $0.1) }) ?? "3.4.0"
  }
}
