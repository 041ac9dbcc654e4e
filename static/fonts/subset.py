"""Makes the fonts of the page and of the pictures again, from the files that README.md names.

python subset.py FOLDER     FOLDER holds the files named in FACES; needs fonttools and brotli
"""

import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
MATH = "STIXTwoMath.input.ttf"
ASCII = [*range(0x20, 0x7F), *map(ord, "²±·½×")]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
GREEK = [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA)]
SIGNS = [*map(ord, "ˡˣ̂ᵀᵢĜṼ–—‖‘’“”…′″‹›⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁱⁿ₀₁₂₃₄₅₆₇₈₉ₖℓ←↑→↓∂∇−√∞∈∑≈≠≤≥⌈⌉○●■▲⚠✓✕⟨⟩⤢𝟙")]
# In MathML a name of one letter is set in the italic letters of the mathematical alphabets; h stands apart from them.
ALPHABETS = [*range(0x1D434, 0x1D468), 0x210E, *range(0x1D6E4, 0x1D71C), 0x1D7D8, 0x1D7D9, 0x1D53C, 0x211D]
OPERATORS = [*map(ord, "⋅∏∣∥∧∨≪≫⊙⊤⌊⌋⇒↦∓∗⁡⁢⁣⋯―ϵ"), 0x302, 0x303, 0x304]
TEXT = LATIN + GREEK + SIGNS
SYMBOLS = [*ASCII, *GREEK, *map(ord, "ℓ∂∇−ᵀ…′₀₁₂₃₄₅₆₇₈₉ₖᵢ")]
QUESTIONS = [*LATIN, *map(ord, "–—‘’“”…−ℓ")]

FACES = {  # name: file, characters, limits of the axes that stay
    "inter": ("Inter[opsz,wght].ttf", TEXT, {"wght": (400, 700), "opsz": 14}),
    "stix-two-math": (MATH, [*ASCII, *GREEK, *SIGNS, *ALPHABETS, *OPERATORS], {}),
    "stix-two-text-bold": ("STIXTwoText-Bold.input.ttf", QUESTIONS, {}),
    "stix-two-text-bold-italic": ("STIXTwoText-BoldItalic.input.ttf", SYMBOLS, {}),
    "fira-code": ("FiraCode[wght].ttf", TEXT, {"wght": (400, 700)}),
}
PICTURES = HERE.parent.parent / "app" / "pictures" / "fonts"
WORDS = [*range(0x100, 0x250), *range(0x400, 0x460), *range(0x1E00, 0x1F00), *map(ord, "‐‑‚„†‡•‰€")]
"""Beside what the page writes: a title is anybody's."""
DRAWN = {  # as FACES, for pictures: each weight is a file of its own, and its letters are drawn one by one
    "inter-regular": ("Inter[opsz,wght].ttf", [*TEXT, *WORDS], {"wght": 400, "opsz": 14}),
    "inter-semibold": ("Inter[opsz,wght].ttf", [*TEXT, *WORDS], {"wght": 600, "opsz": 14}),
    "stix-two-text-bold-italic": ("STIXTwoText-BoldItalic.input.ttf", SYMBOLS, {}),
}
KERNED = [*range(0x21, 0x7F), *range(0xC0, 0x100), *map(ord, "–—‘’“”…")]
LEAST = 1 / 250  # em: what is nearer than this to no kerning is none
FEATURES = ["kern", "ccmp", "tnum"]  # no ligatures: a number is read sign by sign
MADE = {"ᵀ": ("T", 0.6, 0.32), "ᵢ": ("i", 0.6, -0.14), "ₖ": ("k", 0.6, -0.14), "✕": ("×", 1.25, -0.08)}
"""What none of the faces has: made from another sign, by its size and its rise in em."""
# What a face lacks, and the sign of the mathematical alphabets that looks like the rest of it.
BORROWED = {"stix-two-text-bold-italic": {"∂": "𝝏", "∇": "𝜵"}}


def subset(source: Path, characters: list[int], axes: dict[str, float | tuple[float, float]]) -> TTFont:
    """Those characters of it, and the glyphs that they need."""
    font = TTFont(source, recalcTimestamp=False)
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
    _add(font, sign, name, pen.glyph(), (wide, shift + round(bearing * size)))


def _borrow(font: TTFont, sign: str, lender: TTFont, like: str) -> None:
    """The outline of a sign of another face with as many units an em."""
    assert lender["head"].unitsPerEm == font["head"].unitsPerEm
    name = lender.getBestCmap()[ord(like)]
    recording, pen = DecomposingRecordingPen(lender.getGlyphSet()), TTGlyphPen(None)
    lender.getGlyphSet()[name].draw(recording)
    recording.replay(pen)
    _add(font, sign, f"uni{ord(sign):04X}", pen.glyph(), lender["hmtx"][name])


def _add(font: TTFont, sign: str, name: str, glyph: Glyph, metrics: tuple[int, int]) -> None:
    font["glyf"][name] = glyph
    font["hmtx"][name] = metrics
    if "gvar" in font:
        font["gvar"].variations[name] = []
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            cmap.cmap[ord(sign)] = name


def _kern(font: TTFont) -> None:
    """The kerning as the plain table of pairs, which is all that a program without a shaping engine reads."""
    names, least = font.getBestCmap(), LEAST * font["head"].unitsPerEm
    glyphs = [names[character] for character in KERNED if character in names]
    pairs = {(left, right): _between(font, left, right) for left in glyphs for right in glyphs}
    table = KernTable_format_0()
    table.coverage, table.kernTable = 1, {pair: value for pair, value in pairs.items() if abs(value) >= least}
    font["kern"] = kern = newTable("kern")
    kern.version, kern.kernTables = 0, [table]
    for layout in ("GPOS", "GSUB", "GDEF"):
        del font[layout]


def _between(font: TTFont, left: str, right: str) -> int:
    """By how much the second comes nearer; the first part of each lookup that knows the pair has the word."""
    total = 0
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for part in (getattr(part, "ExtSubTable", part) for part in lookup.SubTable):
            if part.LookupType != 2 or left not in part.Coverage.glyphs:
                continue
            if part.Format == 2:
                first, second = part.ClassDef1.classDefs.get(left, 0), part.ClassDef2.classDefs.get(right, 0)
                found = part.Class1Record[first].Class2Record[second]
            else:
                records = part.PairSet[part.Coverage.glyphs.index(left)].PairValueRecord
                found = next((record for record in records if record.SecondGlyph == right), None)
            if found:
                total += getattr(found.Value1, "XAdvance", 0)
                break
    return total


def main(folder: Path) -> None:
    for faces, there, ending in ((FACES, HERE, "woff2"), (DRAWN, PICTURES, "ttf")):
        for name, (source, characters, axes) in faces.items():
            font = subset(folder / source, characters, axes)
            for sign, like in BORROWED.get(name, {}).items():
                _borrow(font, sign, TTFont(folder / MATH), like)
            if faces is DRAWN:
                _kern(font)
            font.flavor = "woff2" if ending == "woff2" else None
            font.save(file := there / f"{name}.{ending}")
            print(file.name, file.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
