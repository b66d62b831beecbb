/// A wish to talk about a widget.
struct CommRequest: Decodable {
  let id: String

  private enum CodingKeys: String, CodingKey { case id = "comm_id" }
}
