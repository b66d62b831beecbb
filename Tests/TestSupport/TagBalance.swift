/// What is wrong with the tags of an XML text, nil when every tag is closed in its turn, every attribute is
/// quoted and no stray `<` or `&` is left. HTML has elements that are never closed.
public func tagProblem(in xml: String) -> String? {
  var open: [Substring] = []
  let never: Set<Substring> = ["!DOCTYPE", "meta", "br", "hr", "img"]
  for piece in xml.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
    guard let end = piece.firstIndex(of: ">") else { return "unfinished tag: \(piece)" }
    let tag = piece[..<end]
    guard tag.filter({ $0 == "\"" }).count % 2 == 0 else { return "unbalanced quotes: \(tag)" }
    if let problem = entityProblem(in: piece) { return problem }
    let name = tag.prefix { $0 != " " && $0 != "/" }
    if tag.hasPrefix("/") {
      guard open.popLast() == tag.dropFirst() else { return "closes what is not open: \(tag)" }
    } else if tag.last != "/", !never.contains(name) {
      open.append(name)
    }
  }
  return open.isEmpty ? nil : "left open: \(open)"
}

private func entityProblem(in text: Substring) -> String? {
  for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
    let name = piece.prefix { $0 != ";" }
    guard ["amp", "lt", "gt", "quot", "#39"].contains(name) else { return "stray ampersand: \(piece)" }
  }
  return nil
}
