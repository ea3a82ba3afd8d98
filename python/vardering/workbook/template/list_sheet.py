"""Sheet Listor: the words of the drop-downs, with room for the workbook's own."""

from vardering.base.cells import Area
from vardering.model.case import Case
from vardering.model.vocabulary import BUILT_IN_PROFILES, PERSPECTIVES
from vardering.workbook.contract.word_lists import LONG_LISTS, NO, PORTFOLIO_LISTS, SURVEY_LISTS, WORD_LISTS, YES
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

OWN_WORDS = 8
"""Cells for own perspectives and own profiles."""

CHANGE_OPTIONS = ("B", "C", "D")


def build_list_sheet(case: Case, builder: SheetBuilder) -> SheetLayout:
    """The layout of Listor, with the own perspectives and profiles that the case uses."""
    builder.title(
        "Listor",
        "Orden i rullistorna. Egna perspektiv och egna tidsprofiler läggs till i de gula cellerna.",
    )
    builder.section("Ord som kan väljas", FIRST_COLUMN + 4 + len(WORD_LISTS) - len(PORTFOLIO_LISTS | SURVEY_LISTS))
    heading_row = builder.row
    builder.heights[heading_row] = 32
    own_profiles = tuple(profile.name for profile in case.profiles)
    columns: list[tuple[str, str, tuple[str, ...], tuple[str, ...] | None]] = [
        ("Alternativ", "vm_val_alternativ", CHANGE_OPTIONS, None),
        ("Perspektiv", "vm_val_perspektiv", PERSPECTIVES, own_perspectives(case)),
        ("Tidsprofil", "vm_val_profil", BUILT_IN_PROFILES, own_profiles),
        ("Ja eller nej", "", (YES, NO), None),
        *(
            (name.replace("_", " ").capitalize(), LONG_LISTS.get(name, ""), tuple(words), None)
            for name, words in WORD_LISTS.items()
            if name not in PORTFOLIO_LISTS | SURVEY_LISTS
        ),
    ]
    for offset, (heading, name, words, own) in enumerate(columns):
        column = FIRST_COLUMN + offset
        builder.row = heading_row
        builder.put(column, heading, "heading")
        builder.widen(column, 24)
        _put_words(builder, column, words, own)
        last = builder.row - 1
        if name:
            builder.names[name] = Area(builder.name, heading_row + 1, column, last, column)
        if name == "vm_val_profil":
            first_own = heading_row + 1 + len(words)
            builder.names["vm_val_egen_profil"] = Area(builder.name, first_own, column, last, column)
    return builder.layout(
        freeze=(heading_row + 1, FIRST_COLUMN), print_setup=PrintSetup(pages_wide=0, scale=70), tab_colour="7B8794"
    )


def own_perspectives(case: Case) -> tuple[str, ...]:
    """Perspectives that the case's rows use beyond the standard ones, in order of appearance."""
    rows = (*case.development, *case.transition, *case.running, *case.effects)
    return tuple(dict.fromkeys(row.perspective for row in rows if row.perspective not in PERSPECTIVES))


def _put_words(builder: SheetBuilder, column: int, words: tuple[str, ...], own: tuple[str, ...] | None) -> None:
    builder.row += 1
    for word in words:
        builder.put(column, word, "plain")
        builder.row += 1
    if own is not None:
        spare = max(OWN_WORDS - len(own), 2)
        for own_word in (*own, *(None for _ in range(spare))):
            builder.put(column, own_word, "input_text")
            builder.row += 1
