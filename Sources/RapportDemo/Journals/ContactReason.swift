/// What customers get in touch about, and how often.
enum ContactReason {
  static func pick(for profile: Profile, random: inout SplitMix64) -> String {
    let plan = profile.behavioral.subscription ?? "none"
    let hasPlan = plan != "none"
    let isCompany = profile.account != nil || profile.isAccount
    let hasElectric = profile.technographic.bikes?.contains { $0.hasPrefix("e-") } ?? false
    return random.weighted([
      ("order-status", 21), ("return-or-exchange", 11), ("billing-dispute", 8),
      ("damaged-delivery", 6), ("warranty-claim", 8), ("workshop-booking", 13),
      ("technical-help", hasElectric ? 17 : 7), ("buying-advice", 10), ("account-access", 6),
      ("subscription-change", hasPlan ? 14 : 0), ("cancellation", hasPlan ? 6 : 1),
      ("stolen-bike", 2), ("fleet-request", isCompany ? 16 : 1), ("bereavement", 1),
    ]) ?? "order-status"
  }
}
