import Language
import Testing

@testable import LossbookKernel

@Suite struct MessageTests {
  private let signer = Signer(key: "key")

  private func frames(
    _ header: String = #"{"msg_id":"1","msg_type":"execute_request","session":"s"}"#,
    before: [[UInt8]] = [[7], [8]], content: String = #"{"code":"1"}"#
  ) -> [[UInt8]] {
    let parts = [header, "{}", "{}", content].map { Array($0.utf8) }
    return before + [Message.delimiter, signer.signature(parts)] + parts
  }

  @Test func partsAreFound() throws {
    let message = try #require(Message(frames(), signer))
    #expect(message.identities == [[7], [8]])
    #expect(message.header == Message.Header(id: "1", type: "execute_request"))
    #expect(message.content == Array(#"{"code":"1"}"#.utf8))
    #expect(Message(frames() + [[1, 2, 3]], signer)?.header.id == "1", "buffers may follow")
  }

  @Test func whatIsNoMessageIsNone() {
    #expect(Message([], signer) == nil)
    #expect(Message([Message.delimiter], signer) == nil)
    #expect(Message(Array(frames().dropLast()), signer) == nil)
    #expect(Message(frames("{}"), signer) == nil)
    #expect(Message(frames("[]"), signer) == nil)
    #expect(Message(frames(), Signer(key: "another")) == nil)
    var changed = frames()
    changed[changed.count - 1] = Array(#"{"code":"2"}"#.utf8)
    #expect(Message(changed, signer) == nil)
  }

  @Test func anAnswerIsSignedAndQuotesTheRequest() throws {
    let request = try #require(Message(frames(), signer))
    let reply = Envelope(signer: signer).reply(to: request, .ok())
    let read = try #require(Message(reply, signer))
    #expect(read.header.type == "execute_reply")
    #expect(read.identities == request.identities)
    #expect(reply[reply.count - 3] == request.rawHeader)
    #expect(String(decoding: read.content, as: UTF8.self) == #"{"status":"ok"}"#)
  }

  @Test func datesAreTheStandards() throws {
    let frames = Envelope(signer: signer).broadcast("status", .ok(), parent: Message.none)
    let header = String(decoding: frames[3], as: UTF8.self)
    #expect(header.contains(/"date":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z"/), "\(header)")
  }

  @Test func deepJSONIsRefused() {
    struct Anything: Decodable { let a: [String: [Int]]? }
    let deep = String(repeating: #"{"a":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000)
    #expect(JSON.decode(Anything.self, Array(deep.utf8)) == nil)
  }
}

@Suite struct ConnectionFileTests {
  private func read(_ json: String) -> ConnectionFile? { JSON.decode(ConnectionFile.self, Array(json.utf8)) }
  private let ports =
    #""shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5"#

  @Test func addressesArePorts() throws {
    let file = try #require(self.read(#"{"ip":"127.0.0.2","transport":"tcp","key":"k",\#(ports)}"#))
    #expect(file.key == "k")
    #expect(
      ConnectionFile.Channel.allCases.map(file.address)
        == (1...5).map { "tcp://127.0.0.2:\($0)" })
  }

  @Test func addressesAreFilesWithIPC() throws {
    let file = try #require(self.read(#"{"ip":"/tmp/kernel","transport":"ipc",\#(ports)}"#))
    #expect(file.address(.heartbeat) == "ipc:///tmp/kernel-5")
  }

  @Test func portsMustBeThere() {
    #expect(read(#"{"shell_port":1}"#) == nil)
    #expect(read("no JSON") == nil)
  }
}
