"""Sheet Effektkedja: activities, effects and objectives as boxes joined by lines, and the same as a table below.

Everything is cells: boxes are bordered cells, lines are borders, so that every program shows and prints them. A line
leaves a box along its upper edge and reaches the next along its lower edge, so that no two lines lie on each other
without belonging together. Beside every box stands in words what it is joined with: lines may cross.
"""

from collections.abc import Sequence

from vardering.base.light_dataclasses import dataclass, field
from vardering.model.case import Case
from vardering.texts import chain_texts
from vardering.workbook.benefits_chain import BenefitsChain, chain_of
from vardering.workbook.column_widths import CHAIN_LANES, CHAIN_OBJECTIVE_LANES
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.chain_layout import Bus, assign_lanes, place_in_slots
from vardering.workbook.presenting.layered_order import order_layers
from vardering.workbook.row_heights import lines_of

ACTIVITY_COLUMN = 0
FIRST_LANES = 1
SOURCE_COLUMN = FIRST_LANES + 1 + CHAIN_LANES
EFFECT_COLUMN = SOURCE_COLUMN + 1
SERVES_COLUMN = EFFECT_COLUMN + 1
SECOND_LANES = SERVES_COLUMN + 1
ARROW_COLUMN = SECOND_LANES + CHAIN_OBJECTIVE_LANES
OBJECTIVE_COLUMN = ARROW_COLUMN + 1
GAP_HEIGHT, BOX_HEIGHT = 3.0, 15.5
LINE_LENGTH = 190
ARROW = "►"


@dataclass(slots=True)
class Drawing:
    """The boxes' rows on the sheet, by number in the chain, and the edges that lines follow."""

    activities: dict[int, int]
    effects: dict[int, int]
    objectives: dict[int, int]
    below: set[tuple[int, int]] = field(default_factory=set)
    left: set[tuple[int, int]] = field(default_factory=set)
    undrawn: int = 0


def write_chain(canvas: Canvas, case: Case, alternative: str) -> None:
    """The drawing of one alternative's chain, what is not joined, and the table."""
    chain = chain_of(case, alternative)
    _write_lines(canvas, chain_texts.INTRO.format(alternative=alternative))
    if not chain.effects:
        _write_lines(canvas, chain_texts.NO_EFFECTS)
        return
    canvas.row += 1
    for column, heading in zip((ACTIVITY_COLUMN, EFFECT_COLUMN, OBJECTIVE_COLUMN), chain_texts.LAYERS, strict=True):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    drawing = _place(canvas, chain)
    _draw_lines(drawing, chain)
    _write_boxes(canvas, chain, drawing)
    _write_edges(canvas, drawing)
    canvas.row = max(row for row, _ in canvas.cells) + 2
    if drawing.undrawn:
        _write_lines(canvas, chain_texts.UNDRAWN.format(count=drawing.undrawn))
    if chain.loose:
        names = "; ".join(f"{row.id} {row.name}" for row in chain.loose)
        _write_lines(canvas, chain_texts.LOOSE.format(names=names))
    canvas.row += 1
    _write_table(canvas, chain)


def _write_lines(canvas: Canvas, text: str) -> None:
    for line in lines_of(text, LINE_LENGTH):
        canvas.put(0, line, "intro")
        canvas.row += 1


def _place(canvas: Canvas, chain: BenefitsChain) -> Drawing:
    """A row for every box: effects evenly, activities and objectives beside the effects they belong to."""
    sizes = (len(chain.activities), len(chain.effects), len(chain.objectives))
    orders = order_layers(sizes, (chain.links, chain.objective_links))
    slots = max(sizes)
    spread = slots / len(chain.effects)
    wanted = [(position + 0.5) * spread - 0.5 for position in range(len(chain.effects))]
    effects = dict(zip(orders[1], place_in_slots(wanted, slots), strict=True))

    def beside(order: Sequence[int], pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
        near = {node: [effects[effect] for effect, other in pairs if other == node] for node in order}
        means = [sum(near[node]) / len(near[node]) for node in order]
        return dict(zip(order, place_in_slots(means, slots), strict=True))

    activities = beside(orders[0], [(effect, activity) for activity, effect in chain.links])
    objectives = beside(orders[2], chain.objective_links)
    first = canvas.row + 1
    for slot in range(slots):
        canvas.set_height(first + 2 * slot - 1, GAP_HEIGHT)
        canvas.set_height(first + 2 * slot, BOX_HEIGHT)
    rows = [{node: first + 2 * slot for node, slot in layer.items()} for layer in (activities, effects, objectives)]
    return Drawing(rows[0], rows[1], rows[2])


def _draw_lines(drawing: Drawing, chain: BenefitsChain) -> None:
    """One bus from each activity to its effects, and one to each objective from its effects."""
    fan_out = [
        Bus(
            (row - 1,),
            tuple(drawing.effects[effect] for source, effect in chain.links if source == activity),
        )
        for activity, row in sorted(drawing.activities.items())
    ]
    fan_in = [
        Bus(
            tuple(drawing.effects[effect] - 1 for effect, target in chain.objective_links if target == objective),
            (row,),
        )
        for objective, row in sorted(drawing.objectives.items())
    ]
    _draw(drawing, fan_out, (FIRST_LANES, FIRST_LANES + 1, SOURCE_COLUMN), CHAIN_LANES)
    _draw(drawing, fan_in, (SERVES_COLUMN, SECOND_LANES, ARROW_COLUMN), CHAIN_OBJECTIVE_LANES)


def _draw(drawing: Drawing, buses: Sequence[Bus], columns: tuple[int, int, int], most: int) -> None:
    """Mark the edges of all buses between two layers; ``columns``: first of a line, first lane, last of a line."""
    start, first_lane, end = columns
    for bus, lane in zip(buses, assign_lanes(buses, most), strict=True):
        if lane is None:
            drawing.undrawn += max(len(bus.sources), len(bus.targets))
            continue
        stroke = first_lane + lane
        top, bottom = bus.span
        drawing.left.update((row, stroke) for row in range(top + 1, bottom + 1))
        drawing.below.update((level, column) for level in bus.sources for column in range(start, stroke))
        drawing.below.update((level, column) for level in bus.targets for column in range(stroke, end + 1))


def _write_boxes(canvas: Canvas, chain: BenefitsChain, drawing: Drawing) -> None:
    for index, row in drawing.activities.items():
        activity = chain.activities[index]
        canvas.row = row
        canvas.put(ACTIVITY_COLUMN, f"{activity.id} {activity.name}", "chain_box")
    for index, row in drawing.effects.items():
        effect = chain.effects[index]
        sources = " ".join(activity.id for activity in chain.activities_of(index))
        joined = (row, SOURCE_COLUMN) in drawing.below
        canvas.row = row
        canvas.put(
            SOURCE_COLUMN,
            f"{sources} {ARROW}" if sources else chain_texts.NO_ACTIVITY,
            "chain_arrow" if joined else "chain_note",
        )
        canvas.put(EFFECT_COLUMN, f"{effect.id} {effect.name}", "chain_box" if sources else "chain_open_box")
        serves = chain_texts.NO_OBJECTIVE if effect.objective is None else f"M{effect.objective + 1}"
        canvas.put(SERVES_COLUMN, serves, "chain_mark")
    for index, row in drawing.objectives.items():
        canvas.row = row
        joined = (row, ARROW_COLUMN) in drawing.below
        canvas.put(ARROW_COLUMN, ARROW, "chain_arrow" if joined else "chain_note")
        canvas.put(OBJECTIVE_COLUMN, f"M{index + 1} {chain.objectives[index]}", "chain_box")


def _write_edges(canvas: Canvas, drawing: Drawing) -> None:
    """The cells that only hold lines."""
    for row, column in sorted(drawing.below | drawing.left):
        if (row, canvas.first_column + column) in canvas.cells:
            continue
        below, left = (row, column) in drawing.below, (row, column) in drawing.left
        canvas.row = row
        canvas.put(column, None, "chain_corner" if below and left else "chain_below" if below else "chain_left")


def _write_table(canvas: Canvas, chain: BenefitsChain) -> None:
    """One row for each activity of each effect; an effect without any has a row of its own."""
    canvas.put(0, chain_texts.TABLE, "section")
    canvas.row += 1
    columns = (ACTIVITY_COLUMN, SOURCE_COLUMN, EFFECT_COLUMN, SERVES_COLUMN, OBJECTIVE_COLUMN)
    _write_band(canvas, dict(zip(columns, chain_texts.TABLE_HEADINGS, strict=True)), "chain_heading")
    for index, effect in enumerate(chain.effects):
        objective = chain_texts.NO_OBJECTIVE if effect.objective is None else chain.objectives[effect.objective]
        mark = "" if effect.objective is None else f"M{effect.objective + 1}"
        for activity in chain.activities_of(index) or (None,):
            source = f"{activity.id} {activity.name}" if activity else chain_texts.NO_ACTIVITY
            kind = word_for("slag", effect.kind)
            texts = (source, kind, f"{effect.id} {effect.name}", mark, objective)
            _write_band(canvas, dict(zip(columns, texts, strict=True)), "result_text")


def _write_band(canvas: Canvas, texts: dict[int, str], style: str) -> None:
    """A table row whose look goes on through the narrow columns of the drawing."""
    for column in range(OBJECTIVE_COLUMN + 1):
        canvas.put(column, texts.get(column) or None, style)
    canvas.row += 1
