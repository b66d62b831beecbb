import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func codes(_ bytes: [UInt8], bound: Set<[UInt8]> = []) -> [UInt32] {
    var decoder = KeyDecoder(bound: bound)
    return bytes.flatMap { decoder.accept($0) } + decoder.expire()
  }

  @Test(arguments: [
    ("[A", VirtualKey.up), ("OA", .up), ("[B", .down), ("[1;2C", .right), ("[1;5C", .wordRight),
    ("[1;3D", .wordLeft),
    ("Od", .wordLeft), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end),
    ("OF", .end),
    ("[4~", .end), ("[8~", .end), ("[3~", .delete), ("[3;5~", .deleteWord), ("[5~", .pageUp),
    ("[6~", .pageDown),
    ("\r", .newline), ("\n", .newline), ("[13;2u", .newline), ("[27;2;13~", .newline),
  ])
  func sequencesAreKeys(_ sequence: String, _ key: VirtualKey) {
    #expect(codes([0x1b] + sequence.utf8) == [key.code])
  }

  @Test(arguments: [
    "[11~", "[[A", "[[E", "OP", "OS", "[2~", "[24~", "[1;5P", "[201~", "[I", "[<0;3;4M", "[?1;2c",
  ])
  func otherSequencesVanish(_ sequence: String) {
    #expect(codes([0x1b] + sequence.utf8 + [0x61]) == [0x61])
  }

  @Test func boundSequencesPassAsTheyAre() {
    #expect(codes([0x1b, 0x5b, 0x41], bound: [[0x1b, 0x5b, 0x41]]) == [0x1b, 0x5b, 0x41])
  }

  @Test func escapeAloneAndWithALetterPass() {
    #expect(codes([0x1b]) == [0x1b])
    #expect(codes([0x1b, 0x66]) == [0x1b, 0x66])
    #expect(codes([0x1b, 0x1b, 0x5b, 0x41]) == [0x1b, VirtualKey.up.code])
    #expect(codes([0x1b, 0x5b]) == [0x1b, 0x5b])
  }

  @Test func controlCharacterBreaksASequence() {
    #expect(codes([0x1b, 0x5b, 0x31, 0x03]) == [0x03])
    #expect(codes([0x1b, 0x5b] + [UInt8](repeating: 0x31, count: 40)).count < 40)
  }

  @Test func charactersAreDecoded() {
    #expect(codes(Array("é漢🙂".utf8)) == [0xe9, 0x6f22, 0x1f642])
  }

  @Test(
    arguments: [
      [0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x00], [0xc2, 0x9b],
      [0x80],
    ] as [[UInt8]])
  func badBytesVanish(_ bytes: [UInt8]) {
    #expect(codes(bytes + [0x61]) == [0x61])
  }

  @Test func noBytesEverGiveAVirtualKeyOfOurs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let typed = codes([first, second])
        let allowed = [0x0d, 0x0a].contains(second) && first == 0x1b ? [VirtualKey.newline.code] : []
        #expect(typed.allSatisfy { !(0x80..<0xa0).contains($0) || allowed.contains($0) })
      }
    }
  }

  @Test func pasteIsOneKeyWithItsText() {
    var decoder = KeyDecoder()
    let bytes = Array("\u{1b}[200~a\u{1b}[A\u{3b}\r\nb\u{1b}[201~".utf8)
    #expect(bytes.flatMap { decoder.accept($0) } == [VirtualKey.paste.code])
    #expect(decoder.pastes == ["a[A;\nb"])
  }

  @Test func controlCEndsAPasteWithoutAnEnd() {
    #expect(codes(Array("\u{1b}[200~abc\u{3}d".utf8)) == [0x03, 0x64])
  }

  @Test(arguments: [
    ("a\nb", "a\nb"), ("a\rb\r", "a\nb"), ("a\r\n\r\n", "a"), ("\n", ""), ("\ta\u{0}\u{7}", "\ta"), ("", ""),
  ])
  func pastedTextIsSafe(_ source: String, _ text: String) {
    #expect(pastedText(Array(source.utf8)) == text)
  }
}
