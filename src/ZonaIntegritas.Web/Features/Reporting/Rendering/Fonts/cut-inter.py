"""Cuts Inter to the characters paper needs. Usage: cut-inter.py <unpacked npm package> <target folder>"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2BF), (0x370, 0x3FF), (0x1E00, 0x1EFF), (0x2010, 0x203A),
          (0x2070, 0x209C), (0x2150, 0x215E), (0x2190, 0x2193)]
SIGNS = [0x20AC, 0x2116, 0x2122, 0x2211, 0x2212, 0x221A, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1,
         0x25B2, 0x25B3, 0x25B6, 0x25BC, 0x25CB, 0x25CF, 0x2713, 0x2717]
WEIGHTS = {"Regular": "400Regular/Inter_400Regular.ttf", "SemiBold": "600SemiBold/Inter_600SemiBold.ttf",
           "Bold": "700Bold/Inter_700Bold.ttf"}


def tabular_glyphs(font):
    """Glyph names by the names of the proportional glyphs they replace."""
    table, found = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    found.update(getattr(part, "ExtSubTable", part).mapping)
    return found


def make_digits_tabular(font):
    names, tabular = font.getBestCmap(), tabular_glyphs(font)
    digits = {code: tabular[names[code]] for code in range(0x30, 0x3A)}
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update(digits)


def cut(source, target):
    font = TTFont(source)
    make_digits_tabular(font)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=SIGNS + [code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(font)
    font.save(target)


for weight, path in WEIGHTS.items():
    cut(pathlib.Path(sys.argv[1]) / path, pathlib.Path(sys.argv[2]) / f"Inter-{weight}.ttf")
