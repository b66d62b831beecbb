import Language
import Notebook

/// What cells show, as messages carry it.
enum Shown {
  static let layout = Layout(width: 80)

  /// Figures by themselves, what stands between them together; what is nothing but blank is left out.
  static func bundles(_ pieces: [Piece]) -> [MimeBundle] {
    MimeBundle.bundles(pieces, marksUpProse: true).filter { $0.text.contains { !$0.isWhitespace } }
  }
}

extension MimeBundle {
  /// Its part of the content of a message.
  var content: [String: JSONValue] {
    ["data": .object(forms.mapValues { .text($0) }), "metadata": metadata]
  }

  /// The content of a message that shows it.
  /// - Parameter display: the name of a place that can be used again.
  func content(display: String? = nil) -> [String: JSONValue] {
    let transient = display.map { ["display_id": JSONValue.text($0)] } ?? [:]
    return content.merging(["transient": .object(transient)]) { $1 }
  }
}
