"""Words of the realisation plan that are not part of its declaration."""

QUESTION_LABELS = {
    "what": "1 Vad",
    "how": "2 Hur",
    "who": "3 Vem",
    "when": "4 När",
    "follow_up": "5 Uppföljning",
    "follow_up_owner": "6 Mätansvarig",
    "measures": "7 Mätetal",
}
"""The seven questions as they stand in the plan, by their code."""

NO_PLAN = "Planen är inte skapad ännu"
ALL_ANSWERED = "Alla frågor är besvarade"
COMPLETE = "{complete} av {rows} effekter har svar på alla sju frågor"
UNTIL = "{name} till {day}"
"""An owner who was replaced, and the day."""

STATUS_LABELS = ("Effekter med full plan", "Effekter per öppen fråga", "Planens fingeravtryck")
"""Labels of the plan's lines on Start."""
