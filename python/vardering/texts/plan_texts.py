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

GATE_HEADING = "Inför {gate}"
REQUIREMENTS_MET = "Inför {gate}: {met} av {all} krav är uppfyllda"
MET, LACKING = "uppfyllt", "saknas"
LACK_WORDS = {
    "no-effects": "effekter",
    "client": "namn",
    "workbook": "arbetsboken",
    "development": "utveckling",
    "running": "drift",
    "recommendation": "rekommendation",
    "approved-plan": "beslutad plan",
    "changed-plan": "den beslutade planen har ändrats",
}
"""What a requirement lacks where it is no row with an id."""

NO_PLAN = "Planen är inte skapad ännu"
NO_APPROVED_PLAN = "Ingen plan är beslutad"
ALL_ANSWERED = "Alla frågor är besvarade"
COMPLETE = "{complete} av {rows} effekter har svar på alla sju frågor"
UNTIL = "{name} till {day}"
"""An owner who was replaced, and the day."""

STATUS_LABELS = (
    "Effekter med full plan",
    "Effekter per öppen fråga",
    "Inför beslutspunkten",
    "Beslutad plan",
    "Planens fingeravtryck",
)
"""Labels of the plan's lines on Start."""

ROLE_WORDS = {
    "owner": "effektägare",
    "realisation_lead": "hemtagningsansvarig",
    "measurement_owner": "mätansvarig",
}
DUTY_SENTENCES = {
    "accept": "Åta er effekten och skriv datumet",
    "describe_activities": "Beskriv aktiviteter och förutsättningar",
    "carry_out": "Genomför aktiviteterna och sätt status genomförd",
    "confirm_transition": "Bekräfta att arbetssättet har ändrats, med datum",
    "measure_baseline": "Gör nollmätningen och skriv värde och datum",
    "plan_measuring": "Bestäm mätmetod, datakälla, mätfrekvens och första mätning",
    "measure_effect": "Mät effekten",
}
TASKS_OF = "Att göra för {name} den {day}"
NOTHING_TO_DO = "Inget kvar att göra i planen."

CALENDAR_NAME = "Mätningar: {change}"
EVENT_TITLE = "Mät {id}: {name}"
EVENT_LINES = (
    ("Mätetal", "measure"),
    ("Enhet", "measure_unit"),
    ("Mätmetod", "measurement_method"),
    ("Datakälla", "measurement_source"),
    ("Mätansvarig", "measurement_owner"),
    ("Effektägare", "owner"),
)
"""What the description of a day of measuring says, in this order."""
