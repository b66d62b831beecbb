/// What the fields of runs and data sets are, in a few words.
enum FieldNotes {
  private static let notes = [
    "epochs": "how many epochs were trained", "best_epoch": "the epoch with the lowest test loss",
    "kept_epoch": "the epoch whose weights were kept", "lr": "the learning rate",
    "loss": "the loss that was trained with", "data": "the data set that was trained on",
    "x": "the features, a row for each example", "y": "the targets", "n": "how many rows there are",
    "features": "how many features a row has", "name": "what it is called",
    "x_train": "the features of the training rows", "y_train": "the targets of the training rows",
    "x_test": "the features of the test rows", "y_test": "the targets of the test rows",
  ]

  /// - Returns: nothing where the name alone does not say what it is.
  static func note(_ name: String) -> String? { notes[name] ?? curve(name) ?? weights(name) }

  /// `train_loss`, `initial_test_accuracy` and the like.
  private static func curve(_ name: String) -> String? {
    var words = name.split(separator: "_").map(String.init)[...]
    let isInitial = words.first == "initial"
    if isInitial { words.removeFirst() }
    guard words.count > 1, let rows = ["train": "training rows", "test": "test rows"][words.removeFirst()]
    else {
      return nil
    }
    return "the \(words.joined(separator: " ")) on the \(rows) "
      + (isInitial ? "before the first epoch" : "after each epoch")
  }

  /// `W1` and `b1`.
  private static func weights(_ name: String) -> String? {
    guard let layer = Int(name.dropFirst()) else { return nil }
    return switch name.first {
    case "W": "the weights of layer \(layer), a row for each input"
    case "b": "the biases of layer \(layer)"
    default: nil
    }
  }
}
