/// How a page looks: by day, by night, on paper and on a telephone.
enum HTMLStyle {
  /// A colour of the page, and whether letters are written in it.
  struct Color {
    let name: String
    let light: String
    let dark: String
  }

  static let grounds = [
    Color(name: "paper", light: "#ffffff", dark: "#16181d"),
    Color(name: "soft", light: "#f6f8fa", dark: "#1f232b"),
  ]

  /// The colours of letters, which can be read on every ground.
  static let inks = [
    Color(name: "ink", light: "#1f2328", dark: "#e6e8eb"),
    Color(name: "quiet", light: "#59636e", dark: "#9aa4af"),
    Color(name: "link", light: "#0550ae", dark: "#7cb7ff"),
    Color(name: "bad", light: "#b42318", dark: "#ff8a7a"),
    Color(name: "good", light: "#116329", dark: "#6fd08c"),
    Color(name: "key", light: "#7a3e9d", dark: "#cfa3ee"),
    Color(name: "num", light: "#116329", dark: "#8bd5a6"),
    Color(name: "str", light: "#8a4b00", dark: "#e8b46b"),
  ]

  private static let rule = Color(name: "rule", light: "#d1d9e0", dark: "#3d444d")

  private static var colors: [Color] { grounds + inks + [rule] }

  private static func variables(_ shade: KeyPath<Color, String>) -> String {
    colors.map { "--\($0.name):\($0[keyPath: shade])" }.joined(separator: ";")
  }

  static var sheet: String {
    [
      ":root{color-scheme:light dark;\(variables(\.light))}",
      "@media screen and (prefers-color-scheme:dark){:root{\(variables(\.dark))}}", text, cells, narrow,
      paper,
    ].joined(separator: "\n")
  }

  private static let text = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
    main,footer{max-width:48rem;margin:0 auto;padding:0 1.25rem}
    main{padding-top:2.5rem;padding-bottom:2rem}
    footer{padding-bottom:2rem;color:var(--quiet);font-size:.875rem}
    h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em}
    h1{font-size:2rem;margin-top:0}
    h2{font-size:1.4rem}
    h3{font-size:1.15rem}
    h4,h5,h6{font-size:1rem}
    p,ul,ol{margin:.8em 0}
    ul,ol{padding-left:1.6em}
    a{color:var(--link);text-underline-offset:.15em}
    hr{border:0;border-top:1px solid var(--rule);margin:2.5em 0}
    blockquote{margin:1em 0;padding-left:1em;border-left:3px solid var(--rule);color:var(--quiet)}
    img{max-width:100%;height:auto}
    code,pre,.output{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    code{font-size:.9em}
    p>code,li>code,td>code,th>code,summary>code{background:var(--soft);border-radius:.25em;padding:.1em .3em;white-space:nowrap}
    code.long{white-space:normal}
    math{font-size:1.05em}
    mtd{text-align:left;padding:.15em .6em .15em 0}
    .formula{display:block;overflow-x:auto;overflow-y:hidden;margin:1em 0}
    p>.formula{margin:.5em 0}
    .scroll{overflow-x:auto;margin:.6em 0;background:linear-gradient(to right,var(--paper) 30%,transparent),linear-gradient(to left,var(--paper) 30%,transparent) 100% 0,linear-gradient(to right,var(--rule),transparent),linear-gradient(to left,var(--rule),transparent) 100% 0;background-size:2.5rem 100%,2.5rem 100%,.8rem 100%,.8rem 100%;background-repeat:no-repeat;background-attachment:local,local,scroll,scroll}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{padding:.2em 1.2em .2em 0;text-align:right;vertical-align:baseline}
    th:last-child,td:last-child{padding-right:.2em}
    th{font-weight:600}
    tbody th{font-weight:400}
    thead th,thead td{border-bottom:1px solid var(--rule)}
    .prose{margin:1em 0}
    .prose th,.prose td{text-align:left;padding:.35em 1.2em .35em 0;border-bottom:1px solid var(--rule)}
    nav{margin:1.5em 0 2.5em;font-size:.925rem}
    nav ul{margin:0;padding:0;list-style:none;columns:2;column-gap:2rem}
    nav li{break-inside:avoid;padding:.1em 0}
    """

  private static let cells = """
    .cell{position:relative;margin:1.3em 0}
    pre{margin:0;overflow-x:auto;font-size:.875rem;line-height:1.5}
    pre.code{white-space:pre-wrap;overflow-wrap:anywhere;overflow-x:visible;background:var(--soft);border:1px solid var(--rule);border-radius:.4rem;padding:.6rem .85rem;margin:1em 0}
    .cell>pre.code{margin:0}
    pre>code{font-size:inherit}
    .key{color:var(--key)}
    .fun{color:var(--link)}
    .num{color:var(--num)}
    .str{color:var(--str)}
    .com,.quiet{color:var(--quiet)}
    .bad{color:var(--bad)}
    .good{color:var(--good)}
    .output{margin:.6rem 0 0;padding-left:.85rem;border-left:3px solid var(--rule);font-size:.875rem;line-height:1.5}
    .output.failed{border-left-color:var(--bad)}
    .output p{margin:.4em 0}
    .output code{white-space:normal;overflow-wrap:anywhere;font-size:inherit;color:var(--link)}
    .output th,.output td{white-space:nowrap}
    .output td.long{white-space:normal;min-width:24ch}
    .output>:first-child{margin-top:0}
    .output>:last-child{margin-bottom:0}
    .output p.vector{margin:0;padding-left:1ch;text-indent:-1ch}
    figure{margin:.8em 0;font-family:system-ui,sans-serif}
    figure svg{display:block;max-width:100%;height:auto}
    figure .narrow{display:none}
    figure .narrow svg{width:100%;max-width:26rem}
    .question{border:1px solid var(--rule);border-left:4px solid var(--link);border-radius:.4rem;padding:.2rem 1.1rem .5rem;margin:1.8em 0}
    .label{margin-bottom:.2em;font-weight:600;color:var(--link)}
    .letters{list-style:lower-alpha}
    .letters p,.letters li>p:first-child{margin:.2em 0}
    details{margin:.5em 0}
    summary{cursor:pointer;color:var(--link);width:fit-content}
    details[open]{padding-bottom:.3em;border-bottom:1px solid var(--rule)}
    .cell[data-cell]::before{content:attr(data-cell);position:absolute;right:100%;top:.7rem;margin-right:.8rem;white-space:nowrap;color:var(--quiet);font:.75rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    @media (max-width:59rem){.cell[data-cell]::before{content:none}}
    """

  private static let narrow = """
    @media (max-width:600px){
    main,footer{padding-left:1rem;padding-right:1rem}
    h1{font-size:1.6rem}
    nav ul{columns:1}
    figure .wide{display:none}
    figure .narrow{display:block}
    }
    """

  private static let paper = """
    @page{margin:18mm 16mm}
    @media print{
    :root{color-scheme:light}
    body{font-size:10.5pt}
    main,footer{max-width:none;padding:0}
    nav,details:not([open]){display:none}
    h1,h2,h3,h4,.label{break-after:avoid}
    figure,tr,pre.code,.question{break-inside:avoid}
    p,li{orphans:3;widows:3}
    .scroll{overflow:visible;background:none}
    pre{overflow:visible}
    .cell>pre.code{break-after:avoid}
    .output pre{white-space:pre-wrap}
    .cell[data-cell]::before{content:none}
    main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;color:var(--quiet)}
    }
    """
}
