"""How the printable page of a quiz looks: black on white, each question whole on its page."""

STYLE = """
:root { color-scheme: light; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; margin: 0 0 .3em; }
h2 { font-size: 1.15em; margin: 1.6em 0 .4em; break-after: avoid; }
p { margin: .3em 0; }
.quiet { color: #555; }
.score { font-size: 3em; font-weight: bold; margin: .2em 0; line-height: 1.1; }
.asks { white-space: pre-wrap; overflow-wrap: anywhere; font-weight: bold; }
.asks .quiet { font-weight: normal; }
ol { padding-left: 2em; }
ol > li { margin: 0 0 1.1em; padding-left: .3em; break-inside: avoid; }
ol.options { list-style: upper-alpha; margin: .4em 0; }
ol.options > li, ul.boxes > li { margin: .2em 0; }
ul.boxes { list-style: none; padding-left: 0; margin: .4em 0; }
ul.boxes > li::before { content: "____ "; color: #555; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 2em; }
.line { border-bottom: 1px solid #555; height: 1.9em; margin: 0 0 .2em; }
.fill span { display: inline-block; border-bottom: 1px solid #555; width: 14em; margin: 0 1em .5em .3em; }
ul.rules { padding-left: 1.2em; margin: .6em 0 1.6em; }
ol.key > li { margin: 0 0 .4em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .25em .8em .25em 0; border-bottom: 1px solid #ccc; font-weight: normal; }
th[scope="col"] { color: #555; font-size: .9em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .3em 0; }
dt { color: #555; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.sign { font-size: .95em; }
li.right .sign { color: #17642a; }
li.partly .sign { color: #6f4a00; }
li.wrong .sign, li.dont-know .sign { color: #a8231c; }
code { overflow-wrap: anywhere; }
@media screen { .leaf { border-top: 1px solid #ccc; margin-top: 2.5rem; padding-top: 2rem; } }
@page { margin: 18mm 16mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; }
  .leaf { break-before: page; }
  section:first-child { break-before: auto; }
}
"""
