"""Beginnings and endings that turn a word into another: hyper/hypo, inter/intra, -ate/-ite, un-, anti-."""

from functools import lru_cache

from quizapp.answer.words import is_word

# Each group's members make different words of the same stem.
_PREFIXES = tuple(
    tuple(group.split())
    for group in (
        "hyper hypo",
        "inter intra intro",
        "macro micro nano milli mega kilo",
        "endo exo ecto epi",
        "pre post per pro",
        "ante anti",
        "homo hetero homeo",
        "mono di bi tri tetra penta hexa poly oligo",
        "tachy brady",
        "ab ad",
        "af ef",
        "iso aniso",
        "ortho para meta",
        "cis trans",
        "sub super supra",
        "eu dys",
        "en de",
        "ex in im",
        "e im",
        "electro electri",
        "photo phono",
        "neo paleo",
        "auto allo xeno",
        "over under",
        "in out",
    )
)
_TURNING = """
a an anti auto contra counter de dis e ex il im in infra inter intra ir mal mis non over para post pre
pro pseudo re semi sub super trans un under up
"""
_ADDED = tuple(_TURNING.split())
_HEADS = frozenset(
    head for head in (*_ADDED, *(prefix for group in _PREFIXES for prefix in group)) if len(head) > 1
)
_SUFFIXES = tuple(
    tuple(group.split())
    for group in (
        "ate ite ide",
        "ane ene yne yl",
        "anol anal enol enal anone anoic",
        "ine ide",
        "ase ose",
        "ectomy otomy ostomy oscopy",
        "itis osis oma",
        "emia uria",
        "aemia uria",
        "ous ic",
        "lysis genesis stasis",
        "gram graph",
        "cyte blast clast",
        "globin globulin",
        "philia phobia",
        "mab nib",
    )
)
_SHORTEST_STEM = 3
_CHANCE = 2
_PLAIN_STEM = 5


@lru_cache(maxsize=2048)
def opposites(word: str) -> frozenset[str]:
    """Return what `word` becomes when its prefix or ending is changed for another of its group."""
    out = set()
    for group in _PREFIXES:
        for prefix in group:
            stem = word.removeprefix(prefix)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                turned = {other + stem for other in group}
                # Two letters are found at the head of many words by chance.
                out |= turned if len(prefix) > _CHANCE else {other for other in turned if is_word(other)}
    for group in _SUFFIXES:
        for suffix in group:
            stem = word.removesuffix(suffix)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                out |= {stem + other for other in group}
    return frozenset(out - {word})


@lru_cache(maxsize=2048)
def stripped_or_added(word: str) -> frozenset[str]:
    """Return `word` without a prefix that turns it, where a word is left, and with each such prefix."""
    without = {word.removeprefix(prefix) for prefix in _ADDED if word.startswith(prefix)}
    return frozenset({stem for stem in without if is_word(stem)} | {prefix + word for prefix in _ADDED})


def is_derived(word: str) -> bool:
    """Tell whether `word` is made of a prefix that turns a word and a word: `antimen`, `intermuscular`."""
    for head in _HEADS:
        stem = word.removeprefix(head)
        # A short head is found before many words by chance; then a longer word must follow.
        least = _SHORTEST_STEM if len(head) > _SHORTEST_STEM else _PLAIN_STEM
        if stem != word and len(stem) >= least and is_word(stem):
            return True
    return False
