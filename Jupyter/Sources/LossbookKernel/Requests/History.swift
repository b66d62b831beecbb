import Language

/// The cells of this session, for front ends that offer them again.
struct History {
  struct Entry: Equatable {
    let number: Int
    let input: String
    /// The text of its last value, where it has one.
    let output: String?
  }

  private(set) var entries: [Entry] = []

  mutating func add(_ entry: Entry) { entries.append(entry) }

  func reply(_ request: HistoryRequest) -> JSONValue {
    let found = entries(request).map { entry -> JSONValue in
      let input = JSONValue.text(entry.input)
      let output = entry.output.map(JSONValue.text) ?? .null
      return .list([
        .whole(Self.session), .whole(entry.number), request.wantsOutput ? .list([input, output]) : input,
      ])
    }
    return .ok(["history": .list(found)])
  }

  /// The number that this session has; those before it are not kept.
  private static let session = 1

  private func entries(_ request: HistoryRequest) -> [Entry] {
    switch request.access {
    case "tail": return entries.suffix(request.count ?? entries.count)
    case "range":
      guard request.session == 0 || request.session == Self.session else { return [] }
      return entries.filter { $0.number >= request.start && $0.number < request.stop ?? .max }
    case "search":
      var found = entries.filter { Glob.matches(request.pattern, $0.input) }
      if request.isUnique { found = Self.lastOfEach(found) }
      return found.suffix(request.count ?? found.count)
    default: return []
    }
  }

  private static func lastOfEach(_ entries: [Entry]) -> [Entry] {
    var seen: Set<String> = []
    return entries.reversed().filter { seen.insert($0.input).inserted }.reversed()
  }
}

struct HistoryRequest: Decodable {
  let access: String
  let wantsOutput: Bool
  /// This session is 0, the one before it -1.
  let session: Int
  let start: Int
  let stop: Int?
  let count: Int?
  let pattern: String
  let isUnique: Bool

  private enum CodingKeys: String, CodingKey {
    case output, session, start, stop, n, pattern, unique
    case access = "hist_access_type"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    access = values.decode(.access, else: "tail")
    wantsOutput = values.decode(.output, else: false)
    session = values.decode(.session, else: 0)
    start = values.decode(.start, else: 0)
    stop = values.decode(.stop, else: nil)
    count = values.decode(.n, else: Int?.none).map { max($0, 0) }
    pattern = values.decode(.pattern, else: "*")
    isUnique = values.decode(.unique, else: false)
  }
}
