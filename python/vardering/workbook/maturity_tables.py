"""The tables of a maturity compilation that the next one reads: their names, headings and what each column holds."""

from vardering.model.maturity import HIGHEST_LEVEL
from vardering.texts import maturity_result_texts as words

STATEMENT_TABLE = "vm_ms_pastaenden"
AREA_TABLE = "vm_ms_omraden"
GROUP_TABLE = "vm_ms_grupper"
GROUP_FIGURES_TABLE = "vm_ms_roller"
PLAN_TABLE = "vm_ms_handlingsplan"
MARK_TABLE = "vm_ms_svar"
GAP_TOPICS, DISAGREEMENT_TOPICS = "vm_ms_ta_upp_gap", "vm_ms_ta_upp_oenighet"
UNKNOWN_TOPICS, OTHER_TOPICS = "vm_ms_ta_upp_vet_inte", "vm_ms_ta_upp_annat"
WORKSHOP_TABLES = (GAP_TOPICS, DISAGREEMENT_TOPICS, UNKNOWN_TOPICS, OTHER_TOPICS)
ROUND_NAME = "vm_ms_omgang"

FIGURE_STYLES = {
    "stated": "whole",
    "unknown_share": "share_whole",
    "rated_today": "whole",
    "today": "decimals",
    "median": "decimals",
    "spread": "decimals",
    "disagreement": "decimals",
    "rated_wanted": "whole",
    "wanted": "decimals",
    "gap": "decimals",
}
"""Each figure with the ending of the style it is shown in, in the order of the columns."""

COUNTS = ("stated", "rated_today", "rated_wanted")
WHOLE_FIELDS = frozenset(COUNTS)
AREA_FIGURES = tuple(name for name in FIGURE_STYLES if name not in COUNTS)
POINT_HEADINGS = tuple(words.POINTS_WORD.format(points=points) for points in range(1, HIGHEST_LEVEL + 1))

STATEMENT_HEADINGS = (
    words.STATEMENT_ID,
    words.AREA,
    words.STATEMENT,
    *(words.FIGURE_WORDS[name] for name in FIGURE_STYLES),
    *POINT_HEADINGS,
)
AREA_HEADINGS = (words.AREA, words.LEVEL, *(words.FIGURE_WORDS[name] for name in AREA_FIGURES))
MARK_HEADINGS = (words.MARK, words.SHARE, words.HELD_EARLIER)
GROUP_HEADINGS = (words.GROUP, words.ROLES, words.PEOPLE)
GROUP_FIGURE_HEADINGS = (
    words.GROUP,
    words.AREA,
    words.STATEMENT_ID,
    *(words.FIGURE_WORDS[name] for name in FIGURE_STYLES),
)
