/// The libraries that a run can be written for.
enum ExportLibrary: String, CaseIterable, Sendable {
  case keras
  case pytorch

  /// The name as its makers write it.
  var title: String { self == .keras ? "Keras" : "PyTorch" }
}
