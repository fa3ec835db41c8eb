"""The questions a new deck begins with: one of each kind, all about water, to be overwritten.

Each stands under the name of its kind, as lines of YAML with comments that say what may be changed.
"""

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "flashcard": """\
  # A flashcard: a question and its answer. Learners look at the answer and rate themselves.
  # reverse: true would also ask back, showing the answer first.
  - question: Why does salt water freeze at a lower temperature than fresh water?
    answer: The dissolved salt gets in the way of the molecules that would join the ice
    hint: Think of what has to happen at the surface of the ice.
    explain: This is why salt is spread on icy roads.
""",
    "short answer": """\
  # A short answer is typed. Slips of the keyboard are forgiven.
  # accept lists other right wordings, reject wrong ones that look right.
  - question: What is the change from a gas to a liquid called?
    answer: condensation
    accept: [condensing]
    reject:
      - {text: evaporation, why: That is the way back.}
""",
    "multiple choice": """\
  # Multiple choice: add the wrong options, with the reason why they are wrong if you like.
  # For several right options write  answer: [one, another]
  - question: Why does sweat cool the skin when it dries?
    answer: Heat leaves the skin with the vapour
    wrong:
      - {text: Cold air is drawn into the pores, why: Nothing is drawn in; vapour goes out.}
      - {text: Salt left on the skin takes up warmth, why: The salt is too little to matter.}
""",
    "true/false": """\
  # A statement that is true or false.
  - statement: Water takes up more space when it freezes.
    answer: true
    explain: Its molecules lie further apart in ice, so ice is lighter than the same volume of water.
""",
    "numeric": """\
  # A number. tolerance says how far off is still right: 2, or 5%.
  # units gives other units, and how much of `unit` one of each is.
  - question: What is the mass of one litre of cold water?
    number: 1
    tolerance: 2%
    unit: kg
    units: {g: 0.001}
""",
    "ordering": """\
  # Items to put in order: write them in the right order, they are shuffled when asked.
  - question: A drop leaves the sea. What happens to it first, and then?
    order:
      - It evaporates
      - It becomes part of a cloud
      - It falls as rain
      - It flows back in a river
""",
    "matching": """\
  # Left sides, each with its right side; extra adds right sides that belong to none.
  - question: What happens in each change of state?
    pairs:
      Melting: Solid becomes liquid
      Freezing: Liquid becomes solid
      Evaporation: Liquid becomes gas
    extra: [Gas becomes solid]
""",
    "list": """\
  # Things to name, in any order; | stands between wordings of one thing.
  # need says how many are asked for, if not all.
  - question: In which three states does water occur in nature?
    list:
      - solid | ice
      - liquid
      - gas | vapour | water vapour
""",
    "cloze": """\
  # A cloze: [[ ]] round the words to hide. Each gap makes a card of its own.
  # | adds another right wording, :: a hint. >- lets a text go on in the next
  # line. Without it, put quotes round a text that starts with a gap.
  - cloze: >-
      On a high mountain water boils at [[lower|smaller]] temperatures than at sea level, because
      the [[air pressure|pressure::what weighs on it]] is less there.
""",
}
