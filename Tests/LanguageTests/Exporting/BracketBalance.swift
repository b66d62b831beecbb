/// Whether brackets and quotes close in a Python text without comments in strings.
enum BracketBalance {
  static func isBalanced(_ text: String) -> Bool {
    var open: [Character] = []
    var quote: Character?
    var isComment = false
    var escapes = false
    for character in text {
      if character == "\n" {
        isComment = false
      } else if isComment {
        continue
      } else if let mark = quote {
        if escapes { escapes = false } else if character == "\\" { escapes = true } else if character == mark { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        isComment = true
      } else if "([{".contains(character) {
        open.append(character)
      } else if let pair = [")": "(", "]": "[", "}": "{"][character] {
        guard open.popLast() == Character(pair) else { return false }
      }
    }
    return open.isEmpty && quote == nil
  }
}
