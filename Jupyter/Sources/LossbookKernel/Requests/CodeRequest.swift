/// A question about code that is being typed: how it may go on, or what a word in it means.
struct CodeRequest: Decodable {
  let code: String
  /// Where the cursor is, in scalars.
  let cursor: Int

  private enum CodingKeys: String, CodingKey {
    case code
    case cursor = "cursor_pos"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    code = try values.decode(String.self, forKey: .code)
    let count = code.unicodeScalars.count
    cursor = min(max(values.decode(.cursor, else: count), 0), count)
  }

  init(code: String, cursor: Int) { (self.code, self.cursor) = (code, cursor) }

  /// The text before the cursor.
  var before: String { String(String.UnicodeScalarView(code.unicodeScalars.prefix(cursor))) }
}
