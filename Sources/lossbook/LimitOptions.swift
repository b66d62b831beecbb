import ArgumentParser
import LossMath
import Notebook
import Terminal

/// Bounds that are set for one start of the program.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Allow more or less than usual; `help limits` lists what. May be given more than once.",
      valueName: "name=value"))
  var limit: [String] = []

  /// Those of a start that names none.
  static var none: LimitOptions {
    var options = LimitOptions()
    options.limit = []
    return options
  }

  mutating func validate() throws {
    let variable = Files.variable("LOSSBOOK_LIMITS") ?? ""
    for text in variable.split(separator: " ").map(String.init) + limit {
      if let complaint = Self.set(text) { throw ValidationError(complaint) }
    }
    if !Stack.grow(to: Limits.stack) {
      throw ValidationError("The system does not give the stack that depth=\(Limits.depth.value) needs.")
    }
  }

  /// - Returns: what is wrong.
  private static func set(_ text: String) -> String? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let limit = Limits.named(parts[0]), parts.count == 2 else {
      return "There is no limit '\(sanitised(String(text.prefix(Limits.excerpt))))'. There are "
        + Limits.all.map(\.name).joined(separator: ", ") + ", as in --limit turns=1e9."
    }
    guard let value = Double(parts[1]).flatMap({ Int(exactly: $0) }), limit.set(value) else {
      return "The limit \(limit.name) is a whole number from \(limit.allowed.lowerBound) to "
        + "\(limit.allowed.upperBound): \(limit.unit)."
    }
    return nil
  }
}
