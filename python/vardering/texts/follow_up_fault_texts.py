"""Faults of the follow-up, its forms and copies, in Swedish."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

FOLLOW_UP_FAULTS: Mapping[str, FaultText] = {
    "measurement-without-value": FaultText(
        "Mätningen har varken utfall, kronor eller timmar.",
        "Fyll i det uppmätta värdet i kolumnen Utfall, eller töm raden.",
    ),
    "report-twice": FaultText(
        "{id} {when} finns på mer än en rad. Bara den översta räknas.",
        "Behåll den rad som gäller och ta bort den andra.",
    ),
    "measurement-of-unknown": FaultText(
        "Effekten {id} finns varken i kalkylen eller i planen. Mätningen räknas inte.",
        "Rätta id:t. Effekternas id står på bladet Effekthemtagningsplan.",
    ),
    "measurement-date-outside": FaultText(
        "Datumet {when} ligger utanför {first} till {last}. Mätningen räknas inte.",
        "Rätta datumet. En mätning kan inte ligga före startåret eller efter dagen för uppföljningen.",
    ),
    "cost-of-unknown": FaultText(
        "Kostnadsraden {id} finns inte i det alternativ som resultatet visar. Utfallet räknas inte.",
        "Rätta id:t. Radernas id står på bladen Utveckling, Omställning och Drift.",
    ),
    "cost-year-outside": FaultText(
        "Året {year} ligger utanför kalkyltiden {first} till {last}. Utfallet räknas inte.",
        "Rätta året, eller behåll raden för kännedom.",
    ),
    "promise-moved": FaultText(
        "{id}: {heading} är {value} i planen men {promised} i den beslutade planen. Det beslutade gäller.",
        "Ska det nya gälla behövs ett nytt beslut. Fastställ då planen på nytt.",
    ),
    "follow-up-needs-newer-workbook": FaultText(
        "Arbetsboken saknar bladet Uppföljning.",
        "Klicka på Uppgradera, eller kör vardering upgrade. Då får ni en ny fil med bladet.",
    ),
    "day-invalid": FaultText("”{value}” är inget datum.", "Skriv datumet som 2028-04-30."),
    "form-of-other-case": FaultText(
        "Filen hör till en annan förändring: den har id {id}, men arbetsboken har {expected}.",
        "Inget är läst ur filen. Välj ett formulär från den här förändringen.",
    ),
    "not-a-form": FaultText(
        "Filen är varken ett uppföljningsformulär eller en kopia av arbetsboken med bladet Uppföljning.",
        "Inget är läst ur filen. Kontrollera att det är rätt fil.",
    ),
    "report-conflict": FaultText(
        "{id} {when}, {heading}: uppgifterna säger olika. {values}.",
        "Inget av dem är inläst. Ta reda på vilket som gäller och skriv det i arbetsboken.",
    ),
    "case-without-id": FaultText(
        "Arbetsboken har inget id ännu, så formulären går inte att känna igen.",
        "Räkna först om arbetsboken: då får den ett id.",
    ),
    "nobody-to-ask": FaultText(
        "Ingen effekt har en effektägare att skicka formulär till.",
        "Skriv effektägare på bladet Effekter och uppdatera planen.",
    ),
    "effects-without-form": FaultText(
        "Dessa effekter saknar effektägare och kommer inte med i något formulär: {ids}.",
        "Skriv effektägare på bladet Effekter och uppdatera planen.",
    ),
}
