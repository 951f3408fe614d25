import RapportCore
import Terminal

/// Counts customers for the workbench.
extension EffectRunner {
  func countSegments(generation: Int, at now: Instant) async {
    guard let result = await counted({ try await $0.overview(at: now) }) else { return }
    mailbox.post(.overview(result, generation: generation), replacing: "overview")
  }

  /// Asks who counts; nil where the question was withdrawn.
  func counted<Value: Sendable>(
    _ question: (any SegmentStatistics) async throws -> Value
  ) async -> Result<Value, CountingFailure>? {
    guard let statistics = ports.statistics else { return .failure(.nobody) }
    do {
      let value = try await question(statistics)
      return Task.isCancelled ? nil : .success(value)
    } catch {
      return Task.isCancelled ? nil : .failure(CountingFailure(why: "\(error)"))
    }
  }
}
