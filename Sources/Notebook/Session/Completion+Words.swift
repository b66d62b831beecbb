import Language

// What may stand behind the commands that take words.
extension Session {
  /// - Returns: nothing where the command takes no words of its own.
  func words(of command: Command, _ text: String) -> [Candidate]? {
    if text.last == "=", !command.options.isEmpty { return nil }
    let typed = text.split(separator: " ").dropFirst().map(String.init)
    switch command.name {
    case "help": return helpTopics()
    case "set": return settings(typed)
    case "lesson": return typed.isEmpty ? lessons() : []
    case "cells": return numbers()
    case "edit": return typed.isEmpty ? numbers() : [word("in editor", "opens your own editor")]
    case "rerun", "delete": return numbers() + selections()
    case "open", "save", "source":
      return typed.isEmpty ? [word("\"", "the name of a file", suffix: "")] : options(of: command)
    case "export": return export(text)
    case "time", "timeit":
      return text.firstRange(of: command.name + " ").map {
        candidates(before: String(text[$0.upperBound...]))
      }
    default: return command.form == .words ? [] : nil
    }
  }

  func helpTopics() -> [Candidate] {
    commandCandidates().map { Candidate(text: $0.text, note: $0.note, suffix: "") } + builtins(suffix: "")
      + HelpTopics.all.map { word($0.name, $0.summary, suffix: "") }
  }

  private func word(_ text: String, _ note: String, suffix: String = " ") -> Candidate {
    Candidate(text: text, note: note, suffix: suffix)
  }

  private func options(of command: Command) -> [Candidate] {
    command.options.map { word($0.name, $0.summary, suffix: "=") }
  }

  private func settings(_ typed: [String]) -> [Candidate] {
    guard let name = typed.first else { return Setting.all.map { word($0.name, $0.summary) } }
    guard let setting = Setting.named(name), typed.count == 1 else { return [] }
    return setting.words.map { word($0, setting.summary, suffix: "") }
  }

  private func lessons() -> [Candidate] {
    course.titles.map { word(String($0.number), $0.title, suffix: "") }
  }

  private func numbers() -> [Candidate] {
    cells.map { word(String($0.number), CellTable.shortened($0.code.lines), suffix: "") }
  }

  private func selections() -> [Candidate] {
    [
      ("all", "every cell"), ("failed", "cells that ended in an error"),
      ("stale", "cells that are out of date"),
    ].map {
      word($0.0, $0.1, suffix: "")
    }
  }

  /// `export run1 to "circles.py" as pytorch`, or `export "notes.html"`.
  private func export(_ text: String) -> [Candidate]? {
    let typed = text.split(separator: " ")
    switch typed.last {
    case "export":
      return variables(of: "run") + variables(of: "data") + [
        word("\"", "the name of a file for the notebook", suffix: "")
      ]
    case "to": return [word("\"", "the name of a file", suffix: "")]
    case "as": return [word("keras", "a script for Keras"), word("pytorch", "a script for PyTorch")]
    default:
      return typed.contains("to") ? [word("as", "keras or pytorch")] : [word("to", "and the name of a file")]
    }
  }
}
