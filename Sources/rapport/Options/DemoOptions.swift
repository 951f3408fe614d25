import ArgumentParser
import RapportCore
import RapportDemo

struct DemoOptions: ParsableArguments {
  @Option(help: "How many customers, up to 1,000,000.") var customers = 2_000
  @Option(help: "Of everything that is made up; the same number makes the same store.")
  var seed: UInt64 = 42

  func validate() throws {
    guard 1...1_000_000 ~= customers else {
      throw ValidationError("--customers wants 1 to 1,000,000, not \(customers)")
    }
  }

  var store: DemoStore {
    DemoStore(customers: customers, seed: seed, now: Int(Instant.now.milliseconds / 1000))
  }
}
