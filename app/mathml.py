"""TeX of our own as MathML. Never for text that someone sent: the converter passes links of any kind through."""

import re
from functools import lru_cache

from latex2mathml.converter import convert
from markupsafe import Markup

_MENDED = {
    # An operator's space belongs around = and +, not inside ∂L/∂M.
    "<mo>&#x0002F;</mo>": '<mo lspace="0.06em" rspace="0.06em">/</mo>',
    "<mo>&#x02202;</mo>": '<mo lspace="0.02em" rspace="0.02em">∂</mo>',
    # The bar of a norm that carries an exponent would stretch with it, and sink.
    "<mo>&#x02016;</mo>": '<mo stretchy="false">‖</mo>',
    # MathML Core knows neither the variant nor the named width: browsers would show a plain 1, and a gap.
    '<mn mathvariant="double-struck">1</mn>': "<mn>𝟙</mn>",
    'width="negativethinmathspace"': 'width="-0.167em"',
}
# An upright word is one name, upright by itself: letter by letter it would be spelt out to who listens.
_LETTER = re.compile(r'<mi mathvariant="normal">([A-Za-z])</mi>')
_WORD = re.compile(rf"(?:{_LETTER.pattern}){{2,}}")


@lru_cache(maxsize=1024)
def mathml(tex: str) -> Markup:
    """A `<math>` element, safe in a page because `tex` is a constant of the program."""
    made = convert(tex)
    for found, better in _MENDED.items():
        made = made.replace(found, better)
    return Markup(_WORD.sub(_one_word, made))


def _one_word(found: re.Match[str]) -> str:
    return f"<mi>{''.join(_LETTER.findall(found[0]))}</mi>"
