"""British and American spelling, brought to one."""

import re
from functools import lru_cache

# What stands before -our, -re and -ll- where the other side of the ocean writes -or, -er and -l-.
_OUR = """
arm ard behavi cand clam clang col cland demean enam endeav fav ferv flav glam harb hon hum lab
misdemean neighb od parl ranc rig rum sav splend succ tum val vap vig
"""
_RE = """
calib cent fib goit lit lust manoeuv manouv maneuv meag met mit nit och reconnoit sab scept sepulch somb
spect theat tit
"""
_DOUBLE_L = """
cancel channel chisel counsel dial equal fuel gravel initial jewel label level marshal marvel model
panel pencil quarrel signal spiral total towel travel trammel tunnel yodel
"""
_SINGLE = {
    "grey": "gray",
    "programme": "program",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "ageing": "aging",
    "aluminium": "aluminum",
    "artefact": "artifact",
    "caesium": "cesium",
    "cosy": "cozy",
    "doughnut": "donut",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "instil": "instill",
    "mould": "mold",
    "moult": "molt",
    "moustache": "mustache",
    "plough": "plow",
    "pyjamas": "pajamas",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "skilful": "skillful",
    "wilful": "willful",
    "smoulder": "smolder",
    "yoghurt": "yogurt",
    "disc": "disk",
    "whisky": "whiskey",
    "catalogue": "catalog",
    "dialogue": "dialog",
    "analogue": "analog",
    "homologue": "homolog",
    "monologue": "monolog",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "pretence": "pretense",
}
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), change)
    for pattern, change in (
        (rf"^(\w*?(?:{'|'.join(_OUR.split())}))our", r"\1or"),
        (rf"^(\w*(?:{'|'.join(_RE.split())}))re(s?)$", r"\1er\2"),
        (rf"^({'|'.join(_DOUBLE_L.split())})l(?=ed$|ing$|er$|ers$)", r"\1"),
        (r"(?<=[a-z]{3}[a-z])is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)", "iz"),
        (r"(?<=[a-z]{2})ys(?=(?:e|ed|er|ers|ing)$)", "yz"),
        (r"sulph", "sulf"),
        (r"^leuc(?=o|aem|em)", "leuk"),
        (r"(?<=h)ae(?=m)|(?<=[a-z])ae(?=mi[ac])", "e"),
        (r"oe(?=dema|sophag|strogen|strus|strad)|(?<=am)oe(?=b)|(?<=f)oe(?=t)|(?<=c)oe(?=liac|lom)", "e"),
        (r"(?<=[a-z])rrhoea", "rrhea"),
        (r"(?<=[a-z])pnoea", "pnea"),
        (r"(?<=hom)oe(?=o)", "e"),
        (r"(?<=man)oeuv", "euv"),
        (r"(?<=p)ae(?=d)|(?<=gyn)ae(?=c)|^ae(?=tiol|sthet|on)|(?<=an)ae(?=sth)", "e"),
        (r"(?<=arch)ae(?=o)|(?<=pal)ae(?=o)|(?<=f)ae(?=c)|(?<=c)ae(?=c|sar)|(?<=encyclop)ae(?=d)", "e"),
    )
)


@lru_cache(maxsize=4096)
def american(word: str) -> str:
    """Return the American spelling of a word (folded, singular) that is spelt otherwise in Britain."""
    if word in _SINGLE:
        return _SINGLE[word]
    for pattern, change in _SPELLINGS:
        word = pattern.sub(change, word)
    return word
