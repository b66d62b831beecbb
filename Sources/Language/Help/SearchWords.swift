/// The words of a text as they are compared in a search: without endings, each standing for all that mean the same.
enum SearchWords {
  static func of(_ text: String) -> [String] {
    words(text.lowercased()).flatMap {
      [$0] + ($0.contains("_") ? $0.split(separator: "_").map(String.init) : [])
    }
    .map(concept)
  }

  /// A question without the words that say nothing: `entropy` of `what is entropy`.
  static func essence(_ text: String) -> String { words(text).joined(separator: " ") }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      .filter { !passedOver.contains($0.lowercased()) }
  }

  /// Words that say nothing about what is looked for.
  private static let passedOver: Set<String> = [
    "a", "about", "although", "am", "an", "and", "are", "be", "can", "do", "does", "doesn", "don", "for",
    "get", "gets",
    "getting", "go", "goes", "has", "have", "help", "how", "i", "in", "is", "isn", "it", "its", "keeps", "me",
    "model",
    "my", "network", "not", "of", "on", "or", "s", "so", "stays", "t", "that", "the", "there", "this", "to",
    "too",
    "very", "was", "what", "when", "where", "while", "who", "why", "used", "will", "with", "work", "works",
    "you",
  ]

  private static func concept(_ word: String) -> String {
    let stem = stem(word)
    return concepts[stem] ?? stem
  }

  /// Words of which each may stand for the others.
  private static let alike: [[String]] = [
    ["nan", "nans"], ["infinite", "inf", "infinity"], ["negative", "minus"],
    ["fall", "decrease", "drop", "sink", "down", "reduce", "improve", "learn", "converge", "shrink"],
    ["explode", "diverge", "blow", "rise", "increase", "grow", "huge"],
    ["low", "poor", "bad", "small", "weak"], ["stuck", "flat", "plateau", "stall"],
    ["overfit", "overfitting", "memorise", "memorize", "generalise", "generalize"],
    ["zero", "0", "vanish", "dead"],
    ["noisy", "noise", "zigzag", "oscillate", "fluctuate", "jump", "jitter", "wobble"],
    ["shape", "dimension", "dimensions"], ["mismatch", "incompatible"],
    ["imbalance", "imbalanced", "unbalanced", "skewed"],
    ["differ", "different", "difference", "disagree"], ["constant", "identical", "same"],
    ["probability", "probabilities"], ["label", "target"], ["class", "category", "categories"],
    ["logit", "score"], ["step", "lr", "rate"],
  ]

  private static let concepts: [String: String] = Dictionary(
    alike.flatMap { group in group.map { (stem($0), stem(group[0])) } },
    uniquingKeysWith: { first, _ in first })

  /// A word without the endings of English; two words of one stem may well be one word.
  private static func stem(_ word: String) -> String {
    var stem = Substring(word)
    guard stem.count > 3 else { return word }
    if stem.hasSuffix("ies") {
      stem = stem.dropLast(3) + "y"
    } else if stem.hasSuffix("es") {
      stem = stem.dropLast(2)
    }
    if stem.hasSuffix("s"), !stem.hasSuffix("ss") { stem = stem.dropLast() }
    for ending in ["ing", "ed"] where stem.hasSuffix(ending) && stem.count > ending.count + 2 {
      stem = stem.dropLast(ending.count)
    }
    if stem.count > 3, stem.hasSuffix("e") { stem = stem.dropLast() }
    if let last = stem.last, stem.count > 2, stem.dropLast().last == last { stem = stem.dropLast() }
    return String(stem)
  }
}
