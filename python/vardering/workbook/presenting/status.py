"""The live sentence that says whether the stored results fit the inputs."""

from vardering.texts import sheet_texts
from vardering.workbook import written_names

STATUS_FORMULA = (
    f'=IF({written_names.STATE}="{sheet_texts.STATE_DONE}",'
    f'IF({written_names.DIFFERENCES}=0,"{sheet_texts.STATUS_FRESH}","{sheet_texts.STATUS_STALE}"),'
    f'IF({written_names.STATE}="{sheet_texts.STATE_FAULTY}","{sheet_texts.STATUS_FAULTY}",'
    f'IF({written_names.STATE}="{sheet_texts.STATE_FAULTY_FROM_START}","{sheet_texts.STATUS_FAULTY_FROM_START}",'
    f'"{sheet_texts.STATUS_NEVER}")))'
)
STATUS_ECHO = f"={written_names.STATUS}"
"""Formula of the cells on other sheets that repeat the sentence."""

SENTENCES = {
    sheet_texts.STATE_NEVER: sheet_texts.STATUS_NEVER,
    sheet_texts.STATE_DONE: sheet_texts.STATUS_FRESH,
    sheet_texts.STATE_FAULTY: sheet_texts.STATUS_FAULTY,
    sheet_texts.STATE_FAULTY_FROM_START: sheet_texts.STATUS_FAULTY_FROM_START,
}
"""What the sentence is right after a run, by the state it leaves."""
