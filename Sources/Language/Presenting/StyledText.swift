/// How a piece of text is meant. What it looks like is decided where it is shown.
public enum TextStyle: Equatable, Sendable {
  case plain
  case heading
  case strong
  case emphasis
  case code
  case muted
  case error
  case good
  /// The colour of the n-th series of a figure.
  case series(Int)
  /// A shade of a heat map, from 0 for the lowest values to 9 for the highest.
  case shade(Int)
}

public struct StyledRun: Equatable, Sendable {
  public var text: String
  public var style: TextStyle

  public init(_ text: String, _ style: TextStyle = .plain) {
    self.text = text
    self.style = style
  }
}

/// One line as it will stand on the screen.
public struct StyledLine: Equatable, Sendable {
  public var runs: [StyledRun]

  public init(_ runs: [StyledRun] = []) { self.runs = runs }
  public init(_ text: String, _ style: TextStyle = .plain) { runs = [StyledRun(text, style)] }

  public var plain: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }
}
