import Language
import Notebook

/// What the kernel is.
enum KernelInfo {
  static var content: JSONValue {
    .ok([
      "protocol_version": .text(Envelope.protocolVersion),
      "implementation": .text("lossbook"),
      "implementation_version": .text(Release.version),
      "language_info": .object([
        "name": .text("lossbook"),
        "version": .text(Release.version),
        "mimetype": .text("text/x-lossbook"),
        "file_extension": .text(".loss"),
        // Of the languages that editors colour, the nearest: the same comments, numbers, texts and brackets.
        "pygments_lexer": .text("python"),
        "codemirror_mode": .text("python"),
      ]),
      "banner": .text(
        "Lossbook \(Release.version): a notebook about loss functions. `lesson 1` opens the course, `help` lists what there is."
      ),
      "help_links": .list([]),
      "debugger": .truth(false),
      "supported_features": .list([]),
    ])
  }
}
