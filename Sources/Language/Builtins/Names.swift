import LossMath

/// The data sets that can be asked for by name.
public enum DataNames {
  public static var all: [(name: String, summary: String)] { DataSource.all.map { ($0.name, $0.summary) } }
  /// The word before the name of a file.
  public static let load = (name: "load", summary: "a file of comma-separated values")
}

/// One line for each option of the losses.
public enum LossOptionNotes {
  public static func note(_ name: String) -> String { LossOption(rawValue: name)?.summary ?? "" }

  /// What may stand behind the name; none where it is a number.
  public static func values(_ name: String) -> [String] {
    LossOption(rawValue: name)?.kind == .flag ? ["true", "false"] : words(name).map { "\"\($0)\"" }
  }

  /// The words that the option may be; none where it is no word.
  public static func words(_ name: String) -> [String] {
    name == LossOption.reduction.rawValue
      ? ["mean", "sum", "none"] : name == "units" ? ["nats", "bits"] : []
  }
}

/// The pages of the help that are about no single name.
public enum HelpTopics {
  public static var all: [(name: String, summary: String)] {
    [("language", "how lines are written"), ("confusions", "what goes wrong most often")]
      + HelpPage.all.map { ($0.names[0], $0.title) }
  }
}

extension Value {
  /// Whether brackets may follow its name.
  public var isCallable: Bool { isFunction }
}
