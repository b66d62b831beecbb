import Foundation

/// A cell of JSON whose value is a training run.
struct RunCell: Decodable {
  let text: String
  let value: Run

  /// The series of a run, by name.
  struct Run: Decodable {
    private let members: [String: Member]

    func series(_ name: String) -> [Double] {
      if case .series(let values)? = members[name] { values } else { [] }
    }

    init(from decoder: any Decoder) throws {
      members = try decoder.singleValueContainer().decode([String: Member].self)
    }
  }

  private enum Member: Decodable {
    case series([Double])
    case other

    init(from decoder: any Decoder) throws {
      let values = try? decoder.singleValueContainer().decode([Double].self)
      self = values.map { .series($0) } ?? .other
    }
  }

  init(_ line: String) throws {
    self = try JSONDecoder().decode(RunCell.self, from: Data(line.utf8))
  }
}
