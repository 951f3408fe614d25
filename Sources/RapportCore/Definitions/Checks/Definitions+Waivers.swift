import JSONLogic

extension Definitions {
  /// What was found, told apart by whether somebody accepts it.
  package struct Verdict: Sendable {
    /// What is to be mended, a waiver that accepts nothing any more among it; in the order of the files.
    package var problems: [Problem]
    /// What is accepted, and why.
    package var waived: [(problem: Problem, reason: String)]
  }

  /// The problems without those that segments, services, scripts and tones accept.
  func accepted(_ problems: [Problem]) -> [Problem] {
    let waivers = waivers
    return problems.filter { problem in
      !(waivers[problem.place.file] ?? []).contains { $0.waiver.covers(problem) }
    }
  }

  /// Judges everything that was found in a store.
  ///
  /// Waivers of what a sample of customers tells are never called needless: the next sample may find it.
  package func verdict(on found: [Problem]) -> Verdict {
    let waivers = waivers
    var verdict = Verdict(problems: [], waived: [])
    var used: [String: Set<Int>] = [:]
    for problem in found {
      let file = problem.place.file
      let covering = (waivers[file] ?? []).indices.filter {
        waivers[file]?[$0].waiver.covers(problem) ?? false
      }
      used[file, default: []].formUnion(covering)
      if let first = covering.first, let waiver = waivers[file]?[first].waiver {
        verdict.waived.append((problem, waiver.reason))
      } else {
        verdict.problems.append(problem)
      }
    }
    for (file, own) in waivers {
      for (position, entry) in own.enumerated()
      where !(used[file]?.contains(position) ?? false) && !entry.waiver.dependsOnCustomers(file) {
        verdict.problems.append(
          Problem(
            .warning,
            at: Place(file: file, pointer: "/waive/\(entry.position)"),
            "it accepts what is no longer found: \"\(entry.waiver.reason)\"",
            remedy: "remove it",
            finding: .needlessWaiver
          )
        )
      }
    }
    verdict.problems.sort(by: Problem.isBefore)
    return verdict
  }

  /// By file, each with its position in the list there.
  private var waivers: [String: [(position: Int, waiver: Waiver)]] {
    var waivers: [String: [(Int, Waiver)]] = [:]
    func add(_ file: String, _ own: [Waiver]) {
      guard !own.isEmpty else { return }
      // One that could not be read is left out of the list, so that the file tells the place.
      let items = documents.files[file]?["waive"]?.arrayValue ?? []
      waivers[file] = own.enumerated().map { position, waiver in
        let place = items.firstIndex {
          $0["reason"]?.stringValue == waiver.reason && waiver.isAt($0)
        }
        return (place ?? position, waiver)
      }
    }
    for segment in segments { add("segments/\(segment.id).json", segment.waived) }
    for service in services { add("services/\(service.id).json", service.waived) }
    for script in scripts { add("scripts/\(script.id).json", script.waived) }
    for tone in tones { add("tones/\(tone.id).json", tone.waived) }
    return waivers
  }
}

extension Waiver {
  fileprivate func isAt(_ json: JSON) -> Bool {
    json["finding"]?.stringValue == finding?.rawValue && json["pointer"]?.stringValue == pointer
  }

  /// Whether customers decide if there is something to accept.
  fileprivate func dependsOnCustomers(_ file: String) -> Bool {
    guard let finding else { return file.hasPrefix("segments/") }
    return [.shadowed, .nearlyEqual, .noMembers, .fails, .everyone, .lacking].contains(finding)
  }
}
