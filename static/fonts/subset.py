"""Makes the fonts of the page again, from the files of their makers: README.md beside this says where those come from.

python subset.py FOLDER     FOLDER holds the files named in FACES; needs fonttools and brotli
"""

import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
ASCII = [*range(0x20, 0x7F), *map(ord, "²±·½×")]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
GREEK = [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA)]
SIGNS = [*map(ord, "ˡˣ̂ᵀᵢṼ–—‖‘’“”…′″‹›⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁱⁿ₀₁₂₃₄₅₆₇₈₉ₖℓ←↑→↓∂∇−√∞∈∑≈≠≤≥⌈⌉○●■▲⚠✓✕⟨⟩⤢𝟙")]
# In MathML a name of one letter is set in the italic letters of the mathematical alphabets; h stands apart from them.
ALPHABETS = [*range(0x1D434, 0x1D468), 0x210E, *range(0x1D6E4, 0x1D71C), 0x1D7D8, 0x1D7D9, 0x1D53C, 0x211D]
OPERATORS = [*map(ord, "⋅∏∣∥∧∨≪≫⊙⊤⌊⌋⇒↦∓∗⁡⁢⁣⋯"), 0x302, 0x303, 0x304]
TEXT = LATIN + GREEK + SIGNS
SYMBOLS = [*ASCII, *GREEK, *map(ord, "ℓ∂∇−ᵀ…′₀₁₂₃₄₅₆₇₈₉ₖᵢ")]

FACES = {  # name: file, characters, limits of the axes that stay
    "inter": ("Inter[opsz,wght].ttf", TEXT, {"wght": (400, 700), "opsz": 14}),
    "stix-two-math": ("STIXTwoMath.input.ttf", [*ASCII, *GREEK, *SIGNS, *ALPHABETS, *OPERATORS], {}),
    "stix-two-text-italic": ("STIXTwoText-Italic.input.ttf", SYMBOLS, {}),
    "stix-two-text-bold-italic": ("STIXTwoText-BoldItalic.input.ttf", SYMBOLS, {}),
    "fira-code": ("FiraCode[wght].ttf", TEXT, {"wght": (400, 700)}),
}
FEATURES = ["kern", "ccmp", "tnum"]  # no ligatures: a number is read sign by sign
MADE = {"ᵀ": ("T", 0.6, 0.32), "ᵢ": ("i", 0.6, -0.14), "ₖ": ("k", 0.6, -0.14), "✕": ("×", 1.25, -0.08)}
"""What none of the faces has: made from another sign, by its size and its rise in em."""


def subset(source: Path, characters: list[int], axes: dict[str, float | tuple[float, float]]) -> TTFont:
    """Those characters of it, and the glyphs that they need."""
    font = TTFont(source)
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 5, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    _set_figures(font)
    if axes:
        instantiateVariableFont(font, axes, inplace=True)
    if "HVAR" in font:
        del font["HVAR"]  # widths vary with the outlines; it knows no new sign
    for sign, (like, size, rise) in MADE.items():
        if ord(sign) in characters and ord(sign) not in font.getBestCmap():
            _make(font, sign, font.getBestCmap()[ord(like)], size, rise)
    font.flavor = "woff2"
    return font


def _set_figures(font: TTFont) -> None:
    """Digits are tabular wherever they stand: `font:` in a style sheet would take the feature back each time."""
    table = font["GSUB"].table
    lookups = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            mapping = getattr(part, "ExtSubTable", part).mapping
            for cmap in font["cmap"].tables:
                cmap.cmap |= {c: mapping[g] for c, g in cmap.cmap.items() if chr(c) in "0123456789+−" and g in mapping}


def _make(font: TTFont, sign: str, like: str, size: float, rise: float) -> None:
    name, em = f"uni{ord(sign):04X}", font["head"].unitsPerEm
    advance, bearing = font["hmtx"][like]
    wide = advance if font["post"].isFixedPitch else round(advance * size)
    shift = (wide - round(advance * size)) // 2
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(like, (size, 0, 0, size, shift, round(rise * em)))
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (wide, shift + round(bearing * size))
    if "gvar" in font:
        font["gvar"].variations[name] = []
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            cmap.cmap[ord(sign)] = name


if __name__ == "__main__":
    for name, (source, characters, axes) in FACES.items():
        subset(Path(sys.argv[1]) / source, characters, axes).save(HERE / f"{name}.woff2")
        print(name, (HERE / f"{name}.woff2").stat().st_size)
