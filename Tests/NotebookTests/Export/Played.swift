import Language

@testable import Notebook

/// A notebook run for a test.
func played(_ text: String, name: String = "a.md", host: Host = .isolated) -> PlayedNotebook {
  PlayedNotebook(NotebookDocument(text, name: name), host: host, keepsGoing: true)
}

/// A notebook with one of everything, its words hostile.
enum Hostile {
  static let word = "</script><script>alert('1')</script>&lt;\" onload=\"x\u{1B}[31m\u{202E}]]>-->"

  static let notebook = """
    # T \(word)

    \(word) *\(word)* **\(word)** `\(word)` [\(word)](javascript:alert(1)) [b](https://e.org/"onclick="x)
    ![\(word)](http://e.org/track.png) <img src=x onerror=alert(1)> $x_\(word)$ <https://e.org/?a=<b>>

    <script>alert(1)</script>

    <div onclick="alert(1)">

    > \(word)

    | \(word) | b |
    |---|---|
    | \(word) | <b> |

    ```html
    \(word)
    ```

    ```loss
    s = "\(word.replacing("\"", with: "'"))"
    s
    plot [1, 2] title="</title><script>alert(2)</script>"
    # \(word)
    ```

    ```loss
    nope</pre><script>alert(3)</script>
    ```

    ```output
    error:
    ```

    ```question choice
    Which? \(word)
    - [ ] \(word) => No \(word)
    - [x] b => \(word)
    ```

    ```hint
    \(word)
    ```

    ```question value
    \(word)?
    ```

    ```solution
    1 + 1 => \(word)
    ```

    """
}

/// Reads files of a directory; what is written is gone.
func reading(_ directory: String) -> Host {
  Host(
    readFile: { (path) throws(FileProblem) in
      try FileBytes.read(path.hasPrefix("/") ? path : directory + "/" + path)
    },
    writeFile: { (_, _) throws(FileProblem) in })
}
