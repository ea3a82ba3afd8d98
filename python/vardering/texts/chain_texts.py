"""Words on the sheet Effektkedja."""

INTRO = (
    "Alternativ {alternative}. Läs från vänster till höger: vad ni gör, vad det leder till och vilket mål det bidrar "
    "till. Till vänster om varje effekt står de aktiviteter som den bygger på, till höger målets nummer."
)
NO_EFFECTS = "Inga effekter är ifyllda för alternativet."
LAYERS = ("Aktiviteter", "Effekter", "Mål")
NO_ACTIVITY = "ingen aktivitet"
NO_OBJECTIVE = "mål saknas"
UNDRAWN = "{count} kopplingar får inte plats som linjer. De står vid rutorna och i tabellen."
LOOSE = "Inte kopplade till någon effekt: {names}. Fyll i kolumnen Bidrar till effekter om raden behövs för en effekt."
TABLE = "Effektkedjan som tabell"
TABLE_HEADINGS = ("Aktivitet", "Slag", "Effekt", "Nr", "Mål")
SHEET_INTRO = (
    "Hur det ni gör leder till nytta. Aktiviteterna kommer från Utveckling och Omställning, kolumnen Bidrar till "
    "effekter. Effekter och mål kommer från Effekter. Skrivs när kalkylen räknas om."
)
