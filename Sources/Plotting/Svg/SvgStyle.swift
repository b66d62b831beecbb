/// The colours of a figure in a browser, for light and for dark pages.
enum SvgStyle {
  /// How many colours there are before they repeat.
  static let colorCount = 7

  // The palette of Okabe and Ito, which colour-blind readers can tell apart. Its blue and its black are too
  // dark for a dark page, its yellow is too pale for a light one.
  private static let light = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
  private static let dark = ["#56B4E9", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#0072B2", "#F0E442"]
  private static let page = [
    ("paper", "#ffffff", "#16181d"), ("ink", "#1f2328", "#e6e8eb"), ("quiet", "#59636e", "#9aa4af"),
    ("grid", "#e3e6ea", "#2c313a"),
  ]

  /// Each colour is given as it is and again as a variable: a renderer without variables keeps the first.
  static let sheet: String = {
    let colors = page.map { ($0.0, $0.1) } + light.enumerated().map { ("c\($0)", $1) }
    let nights = page.map { ($0.0, $0.2) } + dark.enumerated().map { ("c\($0)", $1) }
    let series = light.enumerated().map { index, color in
      """
      .lossplot .s\(index){stroke:\(color);stroke:var(--plot-c\(index));fill:none}
      .lossplot .f\(index){fill:\(color);fill:var(--plot-c\(index));stroke:none}
      """
    }
    return """
      .lossplot{\(variables(colors));font:12px system-ui,sans-serif}
      @media screen and (prefers-color-scheme:dark){.lossplot{\(variables(nights))}}
      .lossplot .paper{fill:#ffffff;fill:var(--plot-paper)}
      .lossplot text{fill:#1f2328;fill:var(--plot-ink)}
      .lossplot .tick{fill:#59636e;fill:var(--plot-quiet);font-size:11px}
      .lossplot .title{font-weight:600;font-size:13px}
      .lossplot .grid{stroke:#e3e6ea;stroke:var(--plot-grid);fill:none}
      .lossplot .axis{stroke:#59636e;stroke:var(--plot-quiet);fill:none}
      .lossplot .line{stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}
      .lossplot .band{fill-opacity:.22}
      .lossplot .dot{fill-opacity:.75}
      \(series.joined(separator: "\n"))
      .lossplot .thin{stroke-width:1.2}
      .lossplot .cell{stroke:none;shape-rendering:crispEdges}
      .lossplot .open{fill:#ffffff;fill:var(--plot-paper);fill-opacity:.6;stroke-width:1.4}
      .lossplot .stroke{stroke-width:1.6}
      .lossplot .edge{fill:none;stroke:#000000;stroke-opacity:.35;stroke-width:2.4}
      .lossplot .rim{fill:none;stroke:#ffffff;stroke-opacity:.85;stroke-width:1}
      .lossplot .ground .dot{fill-opacity:1;stroke:#ffffff;stroke:var(--plot-paper);stroke-width:.8}
      .lossplot .ground .open{fill-opacity:1}
      .lossplot text.level{font-size:10px;paint-order:stroke;stroke:#ffffff;stroke:var(--plot-paper);stroke-width:3px}
      .lossplot text.ondark{fill:#ffffff}
      .lossplot text.onlight{fill:#000000}
      """
  }()

  private static func variables(_ colors: [(String, String)]) -> String {
    colors.map { "--plot-\($0):\($1)" }.joined(separator: ";")
  }

  /// The dashes of the first, second … line of a panel, for print and for readers who do not see the colours.
  static func dashes(_ rank: Int) -> String {
    let patterns = ["", "7 4", "2 4", "9 4 2 4"]
    let pattern = patterns[rank % patterns.count]
    return pattern.isEmpty ? "" : " stroke-dasharray=\"\(pattern)\""
  }
}
