"""The commands, declared once: the command line is built from here, and later the ribbon and the task pane."""

from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """An argument of a command on the command line. Flags hold nothing; others take one value named ``shown``.

    A positional that may be ``several`` takes one or more.
    """

    name: str
    help: str
    shown: str = ""
    required: bool = False
    positional: bool = False
    several: bool = False

    @property
    def is_flag(self) -> bool:
        """Whether the option stands alone, without a value."""
        return not self.positional and not self.shown


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name on the command line, its label for people, and what it does."""

    name: str
    label: str
    help: str
    options: tuple[Option, ...] = ()


FILE = Option("file", "arbetsboken", "FIL", required=True, positional=True)
AS_JSON = Option("--json", "skriv resultatet som JSON")
REPLACE = Option("--replace", "skriv över en fil som redan finns")
USER = Option("--user", "namn i loggen (annars kontonamnet)", "NAMN")

GATE = Option("--gate", "visa också vad beslutspunkten kräver och vad som saknas, till exempel BP3", "BESLUTSPUNKT")

COMMANDS = (
    Command("demo", "Visa ett exempel", "räkna om ett ifyllt exempel och visa nyckeltalen", (USER,)),
    Command(
        "new",
        "Ny kalkyl",
        "skapa en ny arbetsbok, tom eller ifylld från en exporterad kalkyl",
        (
            Option("out", "den nya filen (annars kalkyl.xlsx eller forenklad.xlsx)", "UT", positional=True),
            Option("--simple", "förenklad bedömning i stället för full kalkyl"),
            Option("--from", "exporterad kalkyl som arbetsboken fylls från", "CASE.JSON"),
            REPLACE,
        ),
    ),
    Command(
        "extend",
        "Utöka till full kalkyl",
        "gör en full kalkyl av en förenklad bedömning, som lämnas orörd",
        (
            FILE,
            Option("--output", "den nya filen", "NY", required=True),
            Option("--link-back", "skriv den nya filens namn i den förenklades logg"),
            USER,
            REPLACE,
        ),
    ),
    Command(
        "upgrade",
        "Uppgradera",
        "för över en arbetsbok från en äldre mall till den senaste; den äldre lämnas orörd",
        (FILE, Option("--output", "den nya filen", "NY", required=True), USER, REPLACE),
    ),
    Command("check", "Kontrollera", "visa allt som är fel eller tveksamt; inget skrivs", (FILE, GATE, AS_JSON)),
    Command(
        "recalc",
        "Räkna om",
        "kontrollera, räkna och skriv resultaten i en ny fil eller i samma",
        (
            FILE,
            Option("--output", "filen som resultatet skrivs i", "UT"),
            Option("--in-place", "skriv i samma fil och behåll en säkerhetskopia"),
            AS_JSON,
            USER,
            REPLACE,
        ),
    ),
    Command(
        "simulate",
        "Simulera",
        "räkna om och dra tusentals utfall mellan låg och hög på varje rad",
        (
            FILE,
            Option("--output", "filen som resultatet skrivs i", "UT"),
            Option("--in-place", "skriv i samma fil och behåll en säkerhetskopia"),
            Option("--draws", "antal dragningar, 1000 till 1000000 (annars som på Parametrar)", "ANTAL"),
            Option("--seed", "slumptalsfrö (annars som på Parametrar)", "TAL"),
            Option("--distribution", "pert eller triangular (annars som på Parametrar)", "FÖRDELNING"),
            AS_JSON,
            USER,
            REPLACE,
        ),
    ),
    Command(
        "export",
        "Exportera",
        "skriv hela kalkylen som JSON",
        (
            FILE,
            Option("--output", "filen (annars på skärmen)", "CASE.JSON"),
            Option("--without-names", "utelämna namn, e-post och bedömning, för delning utanför kommunen"),
            REPLACE,
        ),
    ),
    Command(
        "survey",
        "Ny mognadsenkät",
        "skapa mognadsanalysens enkät, att skicka till dem som ska svara",
        (
            Option("out", "den nya filen (annars mognadsanalys.xlsx)", "UT", positional=True),
            Option("--round", "omgångens namn, till exempel ”hösten 2026”", "NAMN"),
            REPLACE,
        ),
    ),
    Command(
        "maturity",
        "Sammanställ mognadsanalys",
        "sammanställ svaren på mognadsanalysens enkät utan att någon pekas ut",
        (
            Option("paths", "svaren: filer eller mappar", "SVAR", required=True, positional=True, several=True),
            Option("--output", "sammanställningen", "UT", required=True),
            Option("--earlier", "sammanställningen av en tidigare omgång", "TIDIGARE"),
            REPLACE,
        ),
    ),
    Command(
        "diff",
        "Jämför",
        "visa vad som skiljer två versioner av en kalkyl och vad som flyttade nettonuvärdet",
        (
            Option("file", "den tidigare versionen", "FÖRE", required=True, positional=True),
            Option("other", "den senare versionen", "EFTER", required=True, positional=True),
            Option("--output", "arbetsbok som jämförelsen skrivs i", "JÄMFÖRELSE.XLSX"),
            AS_JSON,
            REPLACE,
            Option("--different-cases", "jämför även två olika kalkyler"),
        ),
    ),
    Command(
        "brief",
        "Beslutsunderlag i Word",
        "skriv beslutsunderlaget som ett tillgängligt Word-dokument",
        (
            FILE,
            Option("--output", "Word-filen", "UT.DOCX", required=True),
            Option("--template", "egen Word-mall med platshållare som {{titel}} och {{allt}}", "MALL.DOCX"),
            REPLACE,
        ),
    ),
    Command(
        "plan",
        "Uppdatera planen",
        "skapa eller uppdatera effekthemtagningsplanen; det som någon har skrivit rörs aldrig",
        (
            FILE,
            Option("--output", "filen som planen skrivs i", "UT"),
            Option("--in-place", "skriv i samma fil och behåll en säkerhetskopia"),
            Option("--for", "visa i stället vad en person har kvar att göra", "NAMN"),
            Option("--calendar", "skriv i stället mätdatumen i en kalenderfil", "UT.ICS"),
            AS_JSON,
            USER,
            REPLACE,
        ),
    ),
    Command(
        "freeze",
        "Fastställ planen",
        "skriv in planen som beslutad på bladet Beslutad plan; tidigare beslut står kvar",
        (
            FILE,
            Option("--decision", "paragraf och datum, till exempel ”KS § 12 2026-11-25”", "BESLUT", required=True),
            Option("--output", "filen som planen skrivs i", "UT"),
            Option("--in-place", "skriv i samma fil och behåll en säkerhetskopia"),
            AS_JSON,
            USER,
            REPLACE,
        ),
    ),
    Command(
        "follow-up",
        "Uppföljning",
        "ställ det som har mätts mot det som utlovades; kalkylen blir aldrig inaktuell av det",
        (
            FILE,
            Option("--output", "filen som uppföljningen skrivs i", "UT"),
            Option("--in-place", "skriv i samma fil och behåll en säkerhetskopia"),
            Option("--date", "dagen som uppföljningen gäller (annars i dag)", "ÅÅÅÅ-MM-DD"),
            Option("--report", "skriv också en tertialrapport som text", "UT.TXT"),
            AS_JSON,
            USER,
            REPLACE,
        ),
    ),
    Command(
        "forms",
        "Skapa formulär",
        "gör ett litet formulär för varje effektägare, att mejla ut och få tillbaka ifyllt",
        (
            FILE,
            Option("--folder", "mappen som formulären skrivs i", "MAPP", required=True),
            Option("--date", "dagen då mätningar ska ha gjorts (annars i dag)", "ÅÅÅÅ-MM-DD"),
            REPLACE,
        ),
    ),
    Command(
        "collect",
        "Hämta mätvärden",
        "läs in ifyllda formulär och kopior av arbetsboken; inget skrivs över och inget räknas två gånger",
        (
            FILE,
            Option("forms", "formulär och kopior", "FORMULÄR", required=True, positional=True, several=True),
            Option("--output", "filen som mätvärdena skrivs i", "UT"),
            Option("--in-place", "skriv i samma fil och behåll en säkerhetskopia"),
            Option("--date", "dagen som mätningar senast kan vara från (annars i dag)", "ÅÅÅÅ-MM-DD"),
            USER,
            REPLACE,
        ),
    ),
    Command(
        "portfolio",
        "Uppdatera portföljen",
        "samla många kalkyler i en portfölj; det som kontoret har skrivit i den står kvar",
        (
            Option("paths", "mappar och filer med kalkyler", "MAPP", required=True, positional=True, several=True),
            Option(
                "--output",
                "portföljen; finns den redan uppdateras den och en säkerhetskopia sparas",
                "PORTFÖLJ",
                required=True,
            ),
            Option("--export", "skriv också tabellerna som Parquet och CSV i en mapp, utan personnamn", "MAPP"),
            Option("--workers", "antal processer som läser (annars en per processor)", "ANTAL"),
            Option("--scheduler", "läs på ett Daskkluster i stället, till exempel tcp://dator:8786", "ADRESS"),
            USER,
        ),
    ),
    Command(
        "handbook",
        "Handbok",
        "öppna handboken i webbläsaren och skriv ut var den finns",
        (Option("--finding", "öppna den vid en anmärkning; koden står på Kontroll", "KOD"),),
    ),
    Command("schema", "Visa formatet", "skriv JSON-schemat för en kalkyl"),
    Command(
        "build-templates",
        "Bygg mallar",
        "bygg mallarna och exemplen",
        (Option("--folder", "mappen (annars workbook_templates)", "MAPP"),),
    ),
    Command(
        "build-addin",
        "Bygg tilläggen",
        "bygg tillägget för Windows och webbtillägget av sina källor",
        (Option("--folder", "mappen med desktop och web (annars addin)", "MAPP"),),
    ),
    Command(
        "build-handbook",
        "Bygg handboken",
        "bygg handbokens sidor av kapitlen och produktens egna listor",
        (
            Option("--folder", "mappen (annars addin/handbok)", "MAPP"),
            Option("--pictures", "gör också om bilderna av bladen, ur exemplen i workbook_templates"),
            Option("--pdf", "skriv också handboken och snabbguiden som PDF"),
        ),
    ),
    Command(
        "install",
        "Installera",
        "installera tillägget i Excel för den som kör, utan administratörsrättigheter",
        (Option("package", "installationspaketets mapp", "PAKET", required=True, positional=True),),
    ),
    Command(
        "sbom",
        "Innehållsförteckning",
        "skriv allt som installeras med version, licens och kontrollsumma, i formatet CycloneDX",
        (Option("--output", "filen (annars på skärmen)", "SBOM.JSON"), REPLACE),
    ),
    Command("doctor", "Diagnos", "visa vad som är rätt och fel med installationen och vad som kan göras", (AS_JSON,)),
    Command("uninstall", "Avinstallera", "ta bort allt som installationen har lagt på datorn"),
    Command(
        "build-installer",
        "Bygg installationspaketet",
        "samla Python, bibliotek, tillägg och skript i en mapp som installeras utan nät",
        (
            Option("--python", "Pythons inbäddningsbara utgåva för Windows", "EMBED.ZIP"),
            Option("--folder", "mappen (annars dist/Vardering)", "MAPP"),
            Option("--wheels", "förberedd mapp med biblioteken (annars hämtas de)", "MAPP"),
            Option("--pin", "lås i stället om biblioteken till de senaste som passar ihop"),
        ),
    ),
)


def command(name: str) -> Command:
    """The command with this name. Raises ``KeyError``."""
    for found in COMMANDS:
        if found.name == name:
            return found
    raise KeyError(name)
