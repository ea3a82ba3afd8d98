"""Words on the maturity survey that are not part of its declaration: how to answer, and what becomes of the answers."""

STEPS = (
    "1  Välj din roll. Skriv inte ditt namn någonstans.",
    "2  Läs varje påstående och välj hur väl det stämmer i dag, och hur väl det borde stämma om två år.",
    "3  Välj vet inte hellre än att gissa. Att många inte vet är också ett resultat.",
    "4  Kommentera om du vill. Kommentarer visas ordagrant för andra, utan roll.",
    "5  Spara och skicka tillbaka filen. Döp den inte efter dig själv.",
)
HOW_TO = "Så här svarar du"
ABOUT_YOU = "Om dig"
SCALE_LINE = (
    "1 stämmer inte alls  ·  2 stämmer dåligt  ·  3 stämmer delvis  ·  4 stämmer bra  ·  5 stämmer helt  ·  vet inte"
)
ANSWERED = "Så många av {count} har du besvarat:"

SEMINAR_SHEET = "Seminarium"
SEMINAR_TITLE = "Inledande seminarium"
SEMINAR_INTRO = (
    "För den som leder mognadsanalysen: en timme med dem som ska svara, innan enkäten skickas. Ta gärna bort bladet "
    "innan ni skickar."
)
SEMINAR_HEADINGS = ("Del", "Tid", "Vad ni gör", "Stöd för den som leder")
MINUTES = "{minutes} minuter"
SEMINAR_PARTS = (
    (
        "Varför nytta",
        15,
        "Berätta om en förändring hos er där nyttan kom, och en där den uteblev.",
        "Välj exempel som deltagarna känner till. Fråga: när märkte ni att det gick bra eller dåligt?",
    ),
    (
        "De sju frågorna",
        20,
        "Gå igenom de sju frågorna om varje nytta på ett eget exempel.",
        (
            "Vad är nyttan? Hur realiseras den? Vem realiserar den? När uppkommer den? Hur följs den upp? "
            "Vem ansvarar för uppföljningen? Vilka mätetal?"
        ),
    ),
    (
        "Så går analysen till",
        10,
        "Visa enkäten och berätta om sammanställningen, workshopen och handlingsplanen.",
        "Säg vilka som svarar, när svaren ska vara inne och när workshopen är.",
    ),
    (
        "Så skyddas svaren",
        5,
        "Berätta vad som visas och vad som aldrig visas.",
        "Inget namn. Inga grupper under fem. Kommentarer ordagrant men utan roll.",
    ),
    (
        "Frågor",
        10,
        "Svara på frågor och skicka enkäten samma dag.",
        "Skriv omgångens namn i enkäten innan du skickar den. Ge en vecka att svara.",
    ),
)
ABOUT_SHEET = "Om enkäten"
ABOUT_TITLE = "Om enkäten och dina svar"
ABOUT_INTRO = "Vad svaren används till, hur de skyddas och vad nivåerna betyder."
PROTECTION = "Så skyddas dina svar"
PROTECTION_LINES = (
    "Enkäten frågar inte efter namn. Arbetsboken ber Excel att inte spara ditt namn i filens egenskaper.",
    "Den som samlar in filerna ser vem som skickade vilken fil, men sammanställningen säger aldrig vilka filer den bygger på och läser inte filernas egenskaper.",
    "En rollgrupp visas för sig bara om minst fem har svarat, och bara om ingen mindre grupps svar kan räknas fram.",
    "Färre än fem svar sammanställs inte alls. Kommer svar senare, så visas de först när minst fem nya har kommit.",
    "Ett kan vi inte skydda: om alla i en grupp ger samma poäng, så syns det vad var och en gav.",
    "Kommentarer visas ordagrant, utan roll och i bokstavsordning. Skriv inget som visar vem du är.",
)
USE = "Vad svaren används till"
USE_LINES = (
    "Svaren sammanställs till medelvärden, spridning, gap och oenighet för varje påstående och område.",
    "Sammanställningen är underlag för en workshop där ni kommer överens om vad ni ska göra först.",
    "Efter ett eller två år svarar ni igen och jämför.",
)
LEVELS = "Nivåerna"
LEVELS_INTRO = "Ett områdes nivå är den nivå som medelvärdet har nått: 2,9 är nivå 2."
LEVEL_HEADINGS = ("Nivå", "Namn", "Vad det betyder")
AREAS = "Områdena"
AREAS_INTRO = "De sju första områdena följer de sju frågorna om en nytta. Påståendena är Värderingsmodellens egna."
AREA_HEADINGS = ("Område", "Påståenden")
IDENTITY = "Om arbetsboken"
KIND_LABEL, VERSION_LABEL = "Typ av arbetsbok", "Mallens version"
