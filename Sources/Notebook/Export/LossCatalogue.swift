import LossMath

/// The catalogue of losses as a Markdown page, made from the entries that the language, its help and its tests read.
public enum LossCatalogue {
  public static var markdown: String {
    let head = """
      # The losses

      Made by `lossbook catalogue` from the entries in `Sources/LossMath/Losses/Entries`; a test holds the two together.
      Arguments stand in Keras's order, the truth first.

      | name | what it is | formula |
      |---|---|---|

      """
    let rows = Loss.all.map { "| [`\($0.name)`](#\($0.name)) | \($0.title) | \(cell($0.formula)) |" }
    return head + rows.joined(separator: "\n") + "\n\n" + Loss.all.map(section).joined(separator: "\n")
  }

  /// A formula as code inside a table, where a bar would end the cell.
  private static func cell(_ text: String) -> String {
    "`" + text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + "`"
  }

  private static func section(_ loss: Loss) -> String {
    let arguments = loss.inputs.map { "- `\($0.name)`: \($0.form.rawValue)" }
    let options = loss.options.map { "- `\($0.rawValue)`: \(loss.summary(of: $0))" }
    let parts = [
      "## \(loss.name)", "\(loss.title). \(loss.summary) \(loss.use)", "$$\(loss.latex)$$",
      "Gradient: `\(loss.gradient)`", (arguments + options).joined(separator: "\n"),
      loss.pitfalls.map { "- " + $0 }.joined(separator: "\n"), "```loss\n\(loss.example)\n```",
      "Keras: \(loss.keras). PyTorch: \(loss.torch). Also called "
        + (loss.aliases.isEmpty ? "nothing else" : loss.aliases.map { "`\($0)`" }.joined(separator: ", "))
        + ".",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}
