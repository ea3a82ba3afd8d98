"""What can stop an installation, in Swedish: what is wrong and what to do."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

_WHOLE = "Packa upp hela installationspaketet i en tom mapp och dubbelklicka på Installera.bat där."
_CLOSE = "Inget är ändrat. Stäng alla Excelfönster, vänta tills pågående körningar är klara och försök igen."

INSTALLATION_FAULTS: Mapping[str, FaultText] = {
    "windows-only": FaultText(
        "Installationen gäller Excel för Windows.",
        "På andra system används kommandoraden utan installation, se addin/README.md.",
    ),
    "package-incomplete": FaultText("Installationspaketet är inte helt: {name} saknas.", _WHOLE),
    "package-changed": FaultText(
        "Filen {name} i installationspaketet är inte den som ska installeras.",
        "Installera inte. Hämta paketet på nytt från it-avdelningen.",
    ),
    "requirement-not-pinned": FaultText(
        "Raden ”{line}” i kravlistan saknar version eller kontrollsumma.",
        "Installera inte. Hämta paketet på nytt från it-avdelningen.",
    ),
    "package-folder-taken": FaultText(
        "Mappen {folder} finns redan och är inte tom.", "Välj en annan mapp, eller töm den först."
    ),
    "python-archive-unfit": FaultText(
        "Filen {file} är inte Pythons inbäddningsbara utgåva {version} för Windows.",
        "Hämta den zip-fil som heter python-{version}.x-embed-amd64.zip från Pythons egen webbplats.",
    ),
    "release-tools-missing": FaultText(
        "Verktygen för att ge ut produkten finns inte här.", "Kör kommandot med uv run i projektets mapp."
    ),
    "wheels-not-fetched": FaultText(
        "Biblioteken kunde inte hämtas eller byggas: {reason}.",
        "Kontrollera nätet, eller ange en förberedd mapp med --wheels.",
    ),
    "addin-in-use": FaultText("Excel använder tillägget.", _CLOSE),
    "python-in-use": FaultText("En körning från Excel pågår.", _CLOSE),
    "installation-failed": FaultText(
        "Windows lät inte installationen skriva: {reason}. Det som var installerat tidigare finns kvar.",
        "Försök igen. Visa meddelandet för it-avdelningen om det händer igen.",
    ),
    "not-installed": FaultText(
        "Värderingsmodellen är inte installerad för den här användaren.", "Det finns inget att ta bort."
    ),
}
