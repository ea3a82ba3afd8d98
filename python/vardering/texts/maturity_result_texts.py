"""Words of a compilation of maturity surveys."""

from collections.abc import Mapping

TITLE = "Mognadsanalys: sammanställning"
INTRO = (
    "Vad alla som svarade sade tillsammans. Påståendena, skalan och nivåerna är Värderingsmodellens egna och kommer inte "
    "från E-delegationen."
)
HIDDEN = "visas inte"
EVERYBODY = "Alla"
OTHERS = "Övriga roller"
LISTED = ", "

OVERVIEW_SHEET = "Sammanställning"
ANSWERS_SECTION = "Svaren"
REPLIES, ROUND, COMPILED, EARLIER = "Antal svar", "Omgång", "Sammanställd", "Jämförs med"
LEFT_OUT = "Filer som inte räknas med"
LEFT_OUT_TEXT = "{count}: dubbletter, tomma enkäter och andra filer"
COMPILED_TEXT = "{time}, version {version}"
NO_ROUND = "inte angiven"

AREA_SECTION = "Områden"
AREA_INTRO = "Varje tal är medelvärdet av områdets påståenden. Nivån är den som medelvärdet i dag har nått."
AREA, LEVEL = "Område", "Nivå"
LEVEL_TEXT = "{level} {name}"
LEVEL_CHANGE = "Nivå {now}, då {then}"
STATEMENT_ID, STATEMENT = "Id", "Påstående"
GROUP, ROLES, PEOPLE = "Grupp", "Roller", "Antal svar"

FIGURE_WORDS: Mapping[str, str] = {
    "stated": "Tog ställning",
    "unknown_share": "Andel vet inte",
    "rated_today": "Svar i dag",
    "today": "Medel i dag",
    "median": "Median i dag",
    "spread": "Spridning i dag",
    "disagreement": "Oenighet i dag",
    "rated_wanted": "Svar önskat läge",
    "wanted": "Medel önskat läge",
    "gap": "Gap",
}
POINTS_WORD = "Antal {points}"
TODAY, WANTED, GAP, EARLIER_TODAY = "I dag", "Önskat läge", "Gap", "Tidigare"
POINTS_AXIS = "Poäng 1–5"

RADAR = "Områden i dag och önskat läge"
RADAR_ALT = "Radardiagram: medelvärdet i dag och det önskade läget för varje område. Samma tal står i tabellen Områden."
GAP_CHART = "Gap per område"
GAP_ALT = (
    "Stapeldiagram: hur långt det är från i dag till önskat läge i varje område. Samma tal står i tabellen Områden."
)
STATEMENT_CHART = "I dag och önskat läge per påstående"
STATEMENT_ALT = "Stapeldiagram: medelvärdet i dag och önskat läge för varje påstående. Samma tal står i tabellen."

POINTS_CHART = "Så fördelar sig poängen i dag"
POINTS_ALT = (
    "Staplat stapeldiagram: hur många som gav 1, 2, 3, 4 och 5 för i dag, påstående för påstående, som i tabellen."
)

BRIEF = "I korthet"
BRIEF_STRONGEST = "Starkast i dag: {area}, {today} av 5."
BRIEF_WEAKEST = "Svagast i dag: {area}, {today} av 5."
BRIEF_GAP = "Störst gap: {area}. Från {today} i dag till {wanted} önskat."
BRIEF_DISAGREEMENT = "Mest oeniga är ni om {statement}: {text}"
BRIEF_UNKNOWN = "Flest vet inte när det gäller {statement}: {share} av dem som svarade. {text}"
BRIEF_CHANGE = "Sedan {then} har {up} av {count} områden högre medel i dag."
BRIEF_EARLIER = "den tidigare omgången"

READING = "Så läser ni talen"
READING_LINES = (
    "Medel i dag och önskat läge: 1 stämmer inte alls, 5 stämmer helt. De som svarade vet inte räknas inte i medelvärdet.",
    "Gap är önskat läge minus i dag. Ett stort gap visar var ni vill ändra mest.",
    "Spridning är standardavvikelsen bland alla som svarade: 0 betyder att alla gav samma poäng.",
    "Oenighet går från 0, alla är överens, till 1, hälften i varje ände av skalan (Tastle och Wierman 2007).",
    "Visas inte: färre än fem svar ligger bakom talet, eller så kunde färre än fems svar räknas fram ur det.",
)

STATEMENTS_SHEET = "Påståenden"
STATEMENTS_INTRO = "Alla svar tillsammans, påstående för påstående, och hur poängen i dag fördelar sig."

GROUPS_SHEET = "Rollgrupper"
GROUPS_INTRO = (
    "Vad olika roller svarade. En grupp med färre än fem svar visas inte för sig. Andra tal döljs där en liten grupps "
    "svar annars gick att räkna fram."
)
HEAT = "Värmekarta: medel i dag per område och grupp"
HEAT_NOTE = "Lågt: fet stil, under 2,5. Medel: kursiv stil, 2,5 till 3,5. Högt: vanlig stil, över 3,5."
HEAT_GAP = "Värmekarta: gap per område och grupp"
HEAT_GAP_NOTE = "Stort: fet stil, över 1,5. Medel: kursiv stil, 0,75 till 1,5. Litet: vanlig stil, under 0,75."
HEAT_STATEMENTS = "Värmekarta: medel i dag per påstående och grupp"
GROUP_SIZES = "Grupperna"
GROUP_FIGURES = "Alla tal per grupp, område och påstående"
NO_GROUPS = "Ingen grupp är stor nog att visas för sig."

WORKSHOP_SHEET = "Workshop"
WORKSHOP_TITLE = "Underlag för workshop"
WORKSHOP_INTRO = "Tre timmar med dem som svarade, eller med några av varje roll. Skriv i de gula cellerna."
AGENDA = "Workshopen"
AGENDA_LINES = (
    "1  Visa radardiagrammet och låt alla först tänka själva: vad förvånar? 15 minuter.",
    "2  Tala om de största gapen med hjälp av frågorna nedan. 50 minuter.",
    "3  Tala om där ni är mest oeniga: vad ser ni olika? Sök inte skuld. 30 minuter.",
    "Paus. 10 minuter.",
    "4  Välj högst tre områden och gå igenom handlingsplanens förslag. 45 minuter.",
    "5  Utse ansvariga och datum, och bestäm när ni svarar igen. 30 minuter.",
)
WIDEST_GAPS = "Största gapen"
WIDEST_DISAGREEMENT = "Störst oenighet"
MOST_UNKNOWN = "Flest som inte vet"
QUESTION, NOTES = "Fråga att tala om", "Vad vi kom fram till"
OTHER_NOTES = "Annat som ni har skrivit om"
SOMETHING_ELSE = "något annat"
NOTHING_TO_SHOW = "Inget att ta upp här."

PLAN_SHEET = "Handlingsplan"
PLAN_INTRO = (
    "Förslag till nästa steg för varje område, med störst gap först. Förslagen är Värderingsmodellens egna: ändra dem "
    "fritt och ta bort det ni inte ska göra."
)
NEXT_STEP, OWNER, DUE, STATUS = "Förslag till nästa steg", "Ansvarig", "Klart senast", "Läge"
OWNER_HELP = "En person eller funktion som ser till att steget blir gjort."
DUE_HELP = "Skriv ett datum som 2027-09-01."
STATUS_HELP = "Välj inte påbörjad, pågår eller genomförd."
KEEP = "Ni är nära det ni vill. Behåll det som fungerar."
SMALL_GAP = 0.5

COMMENTS_SHEET = "Kommentarer"
COMMENTS_INTRO = "Ordagrant, utan roll och i bokstavsordning under varje påstående."
COMMENT = "Kommentar"
NO_COMMENTS = "Ingen har skrivit någon kommentar."

COMPARISON_SHEET = "Jämförelse"
COMPARISON_INTRO = "Den här omgången mot den tidigare. Förändring är nu minus då."
NOW, THEN, CHANGE = "Nu", "Då", "Förändring"
COMPARISON_CHART = "I dag, nu och då, per område"
COMPARISON_ALT = "Stapeldiagram: medelvärdet i dag för varje område i den tidigare omgången och i den här."

ABOUT_SHEET = "Om svaren"
ABOUT_INTRO = (
    "Vad nästa sammanställning behöver veta: vilka svar den här bygger på, utan att säga vad de innehåller. Bladet behövs "
    "för att kommande sammanställningar inte ska visa någons svar. Ändra det inte."
)
MARKS = "Svarens märken"
MARKS_NOTE = (
    "Ett märke känns igen bara av den som har hela svaret. Andelen hör till märken som går att läsa först med fem hela "
    "svar i handen. Tidigare säger vilka äldre sammanställningar som svaret redan var med i."
)
MARK, SHARE, HELD_EARLIER = "Märke", "Andel av nyckeln", "Tidigare"
KIND_LABEL, VERSION_LABEL = "Typ av arbetsbok", "Mallens version"
IDENTITY = "Om arbetsboken"
