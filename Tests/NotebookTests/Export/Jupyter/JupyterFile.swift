import Foundation
import TestSupport

/// A file of Jupyter, read back; with the essentials of the schema of nbformat 4.5.
struct JupyterFile {
  struct Output {
    let members: [String: Any]
    var type: String { members["output_type"] as? String ?? "" }
    var data: [String: String] { (members["data"] as? [String: Any] ?? [:]).mapValues(JupyterFile.text) }
    var traceback: [String] { members["traceback"] as? [String] ?? [] }
  }

  struct Cell {
    let members: [String: Any]
    var type: String { members["cell_type"] as? String ?? "" }
    var identifier: String { members["id"] as? String ?? "" }
    var source: String { JupyterFile.text(members["source"] as Any) }
    var count: Int? { members["execution_count"] as? Int }
    var outputs: [Output] { (members["outputs"] as? [[String: Any]] ?? []).map(Output.init) }
    var isFolded: Bool {
      let metadata = members["metadata"] as? [String: Any]
      return (metadata?["jupyter"] as? [String: Any])?["source_hidden"] as? Bool ?? false
    }
  }

  let members: [String: Any]
  var cells: [Cell] { (members["cells"] as? [[String: Any]] ?? []).map(Cell.init) }

  init(_ text: String) throws {
    guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      throw TestFailure("no object")
    }
    members = object
  }

  /// A text, or a list of its lines.
  private static func text(_ value: Any) -> String {
    (value as? [String])?.joined() ?? value as? String ?? ""
  }

  /// What is not as the schema wants it.
  var problems: [String] {
    var problems: [String] = []
    func expect(_ isSo: Bool, _ what: String) { if !isSo { problems.append(what) } }
    expect(Set(members.keys) == ["metadata", "nbformat", "nbformat_minor", "cells"], "members of the file")
    expect(members["nbformat"] as? Int == 4 && members["nbformat_minor"] as? Int == 5, "version")
    let metadata = members["metadata"] as? [String: Any] ?? [:]
    for name in ["kernelspec", "language_info"] {
      expect((metadata[name] as? [String: Any])?["name"] as? String == "lossbook", name)
    }
    expect((metadata["kernelspec"] as? [String: Any])?["display_name"] is String, "display_name")
    let identifiers = cells.map(\.identifier)
    expect(Set(identifiers).count == identifiers.count, "names of cells are their own")
    return problems + cells.flatMap(Self.problems)
  }

  private static func problems(_ cell: Cell) -> [String] {
    let common: Set = ["cell_type", "id", "metadata", "source"]
    let members = cell.type == "code" ? common.union(["execution_count", "outputs"]) : common
    let isNamed = cell.identifier.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil
    let hasCount = cell.type != "code" || cell.count != nil || cell.members["execution_count"] is NSNull
    let checks = [
      (["code", "markdown"].contains(cell.type), "kind of cell"),
      (Set(cell.members.keys) == members, "members of a cell"),
      (isNamed, "name of a cell"), (isText(cell.members["source"]), "source"), (hasCount, "execution_count"),
      (cell.members["metadata"] is [String: Any], "metadata"),
    ]
    return checks.filter { !$0.0 }.map(\.1) + cell.outputs.flatMap(problems)
  }

  private static func problems(_ output: Output) -> [String] {
    let keys = Set(output.members.keys)
    switch output.type {
    case "display_data":
      return keys == ["output_type", "data", "metadata"] ? bundle(output) : ["display_data"]
    case "execute_result":
      return keys == ["output_type", "data", "metadata", "execution_count"]
        ? bundle(output) : ["execute_result"]
    case "error":
      let isGood =
        keys == ["output_type", "ename", "evalue", "traceback"] && output.members["traceback"] is [String]
      return isGood ? [] : ["error"]
    default: return ["kind of output"]
    }
  }

  private static func bundle(_ output: Output) -> [String] {
    let data = output.members["data"] as? [String: Any] ?? [:]
    return data["text/plain"] != nil && data.values.allSatisfy(isText) ? [] : ["data of an output"]
  }

  private static func isText(_ value: Any?) -> Bool { value is String || value is [String] }
}
