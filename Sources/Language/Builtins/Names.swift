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
}

extension Value {
  /// Whether brackets may follow its name.
  public var isCallable: Bool { isFunction }
}
