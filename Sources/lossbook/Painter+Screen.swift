import Language
import Notebook
import Terminal

extension Painter {
  /// For what is written to a descriptor.
  init(descriptor: Int32, options: PlayOptions) {
    let isTerminal = Screen.isTerminal(descriptor)
    // Programs look for whole messages.
    let width = isTerminal ? Screen.size(descriptor).columns : descriptor == 2 ? 400 : 80
    let ascii = isTerminal && !Screen.usesUTF8
    self.init(
      colour: !options.plain && Screen.supportsColour(descriptor),
      layout: Layout(
        width: width, ascii: ascii || (isTerminal && Screen.isDumb), describesFigures: options.plain))
  }
}
