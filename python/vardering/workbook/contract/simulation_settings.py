"""Sections of Parametrar that say how a simulation is made: out of sight until somebody asks for one."""

from vardering.model.assumptions import FEWEST_DRAWS, LARGEST_SEED, MOST_DRAWS, CorrelationGroup
from vardering.workbook.contract.fields import CellType, Column, InputTable, InputValue

SIMULATION = (
    InputValue(
        "vm_fordelning",
        "Fördelning",
        "simulation.spread",
        CellType.CHOICE,
        "PERT samlar utfallen nära det troliga värdet. Triangel ger ytterlägena mer tyngd.",
        choices="fördelning",
        since=2,
    ),
    InputValue(
        "vm_dragningar",
        "Antal dragningar",
        "simulation.draws",
        CellType.WHOLE,
        "Hur många utfall som räknas fram. 10 000 räcker nästan alltid.",
        minimum=FEWEST_DRAWS,
        maximum=MOST_DRAWS,
        since=2,
    ),
    InputValue(
        "vm_slumptalsfro",
        "Slumptalsfrö",
        "simulation.seed",
        CellType.WHOLE,
        "Samma frö ger samma siffror igen. Låt det stå kvar.",
        minimum=0,
        maximum=LARGEST_SEED,
        since=2,
    ),
    InputValue(
        "vm_dragningsmetod",
        "Dragningsmetod",
        "simulation.sampler",
        CellType.CHOICE,
        "Latinsk hyperkub eller Sobolföljd. Båda sprider dragningarna jämnt och ger samma svar inom medelfelet.",
        choices="dragningsmetod",
        since=2,
    ),
)

CORRELATION_GROUPS = InputTable(
    name="vm_samvariation",
    title="Samvariation",
    intro="Grupper av rader som blir höga samtidigt och låga samtidigt i en simulering, till exempel allt som följer antalet brukare.",
    case_field="correlation_groups",
    record=CorrelationGroup,
    columns=(
        Column(
            "Samvariationsgrupp",
            "name",
            CellType.TEXT,
            "Namnet som väljs på raderna i kolumnen Samvariation.",
            28,
            required=True,
            since=2,
        ),
        Column(
            "Styrka 0 till 1",
            "strength",
            CellType.NUMBER,
            "0 betyder att raderna inte följs åt, 1 att de följs åt helt.",
            14,
            required=True,
            minimum=0,
            maximum=1,
            since=2,
        ),
    ),
    spare_rows=4,
    list_name="vm_val_samvariation",
    advanced=True,
    since=2,
)
