/// A cell to run.
struct ExecuteRequest: Decodable {
  let code: String
  /// Whether nothing is shown, and the cell gets no number.
  let isSilent: Bool
  /// Whether the cell gets a number and is remembered.
  let isStored: Bool
  /// Whether the cells that already wait behind this one are not run where it fails.
  let stopsOnError: Bool
  /// Expressions whose values are wanted after the cell, by a name for each.
  let expressions: [String: String]

  private enum CodingKeys: String, CodingKey {
    case code, silent
    case store = "store_history"
    case stop = "stop_on_error"
    case expressions = "user_expressions"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    code = try values.decode(String.self, forKey: .code)
    isSilent = values.decode(.silent, else: false)
    isStored = !isSilent && values.decode(.store, else: true)
    stopsOnError = values.decode(.stop, else: true)
    expressions = values.decode(.expressions, else: [:])
  }
}
