import Language

/// Turns styled lines into text for one output: with colours or without.
public struct Painter {
  public let colour: Bool
  public var layout: Layout

  public init(colour: Bool, layout: Layout) {
    self.colour = colour
    self.layout = layout
  }

  public func text(_ pieces: [Piece]) -> String { pieces.map { text($0.lines(layout)) }.joined() }

  public func text(_ lines: [StyledLine]) -> String { lines.map { text($0) + "\n" }.joined() }

  public func text(_ line: StyledLine) -> String {
    // Texts from outside are made harmless where they are taken in; this is for one that was forgotten.
    guard colour else { return Sanitising.visible(line.plain).replacingNoBreak.withoutBlanksAtItsEnd }
    return merged(line.runs).map(paint).joined().replacingNoBreak
  }

  /// Words of one style get their colour together.
  private func merged(_ runs: [StyledRun]) -> [StyledRun] {
    runs.reduce(into: []) { merged, run in
      if merged.last?.style == run.style {
        merged[merged.count - 1].text += run.text
      } else {
        merged.append(run)
      }
    }
  }

  private func paint(_ run: StyledRun) -> String {
    let text = Sanitising.visible(run.text)
    guard let code = code(run.style), !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(_ style: TextStyle) -> String? {
    switch style {
    case .plain: nil
    case .heading: "1;36"
    case .strong: "1"
    case .emphasis: "3"
    case .code: "36"
    case .muted: "2"
    case .error: "1;31"
    case .good: "32"
    case .series(let index): Self.seriesCodes[index % Self.seriesCodes.count]
    case .shade(let level): Self.shadeCodes[min(max(level, 0), Self.shadeCodes.count - 1)]
    }
  }

  /// Blue and orange first, as the tutorial's figures have train and test.
  private static let seriesCodes = ["38;5;33", "38;5;208", "38;5;35", "38;5;170", "38;5;178", "38;5;44"]

  /// From violet over green to yellow, as in the figures for a browser.
  private static let shadeCodes = [
    "38;5;54", "38;5;60", "38;5;61", "38;5;25", "38;5;31", "38;5;30", "38;5;36", "38;5;71", "38;5;113",
    "38;5;220",
  ]
}

extension String {
  /// A blank that kept words together while lines were broken is a plain one on the screen.
  fileprivate var replacingNoBreak: String {
    unicodeScalars.contains("\u{A0}") ? String(map { $0 == "\u{A0}" ? " " : $0 }) : self
  }

  fileprivate var withoutBlanksAtItsEnd: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    guard let end = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...end])
  }
}
