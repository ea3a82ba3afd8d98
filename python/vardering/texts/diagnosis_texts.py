"""What ``vardering doctor`` says of the machine: for each check what is right, what is wrong, and what to do."""

from collections.abc import Mapping

from vardering.base.light_dataclasses import dataclass

HEADING = "Värderingsmodellen {version}: så ser det ut på den här datorn"
ALL_FINE = "Inget hindrar Värderingsmodellen."
PROBLEMS = "{count} av {all} punkter behöver åtgärdas."
NOT_HERE = "gäller bara Excel för Windows"
ELSEWHERE = "Gäller bara Excel för Windows: {names}."
REMEDY = "Gör så här: {remedy}"

STATE_WORDS: Mapping[str, str] = {"fine": "Bra", "notice": "Notera", "problem": "Fel"}


@dataclass(frozen=True, slots=True)
class DiagnosisText:
    """What a check found, by its verdict; {names} are its arguments."""

    title: str
    verdicts: Mapping[str, str]
    remedies: Mapping[str, str]


_IT = "Visa den här raden för it-avdelningen."

DIAGNOSES: Mapping[str, DiagnosisText] = {
    "python": DiagnosisText(
        "Python",
        {"runs": "version {version}, {bits} bitar", "libraries-missing": "biblioteken {names} saknas"},
        {"libraries-missing": "Kör Installera.bat igen. Vid utveckling: uv sync."},
    ),
    "installation": DiagnosisText(
        "Installation",
        {
            "intact": "version {version}, alla {count} filer är oförändrade",
            "missing": "inget är installerat för den här användaren",
            "damaged": "{count} filer saknas eller är ändrade, till exempel {example}",
            "other-version": "filerna är version {installed}, men programmet som körs är {running}",
        },
        {
            "missing": "Packa upp installationspaketet och dubbelklicka på Installera.bat.",
            "damaged": "Kör Installera.bat igen. Händer det på nytt: se efter vad virusskyddet har satt i karantän.",
            "other-version": "Kör Installera.bat från den version som ska användas.",
        },
    ),
    "excel": DiagnosisText(
        "Excel",
        {
            "found": "version {version}, {bits} bitar",
            "found-without-version": "finns, {bits} bitar",
            "missing": "Excel 2016 eller senare för Windows hittas inte",
        },
        {"missing": "Installera Excel som skrivbordsprogram. Excel på webben kan inte använda tillägget."},
    ),
    "add-in-file": DiagnosisText(
        "Tilläggets fil",
        {
            "in-place": "finns, version {version}",
            "missing": "{path} finns inte",
            "other-version": "tillägget är version {found}, men programmet är {running}",
            "from-internet": "filen är märkt som hämtad från internet, så Excel stoppar dess makron",
        },
        {
            "missing": "Kör Installera.bat igen. Händer det på nytt: se efter vad virusskyddet har satt i karantän.",
            "other-version": "Stäng Excel och kör Installera.bat igen.",
            "from-internet": "Högerklicka på filen, välj Egenskaper och bocka för Avblockera, eller kör Installera.bat igen.",
        },
    ),
    "add-in-loaded": DiagnosisText(
        "Tillägget i Excel",
        {
            "registered": "läses in när Excel startar",
            "not-registered": "Excel är inte inställt på att läsa in tillägget",
            "not-reached": "Excel läser inte så långt i listan över tillägg: ett nummer saknas före vårt",
            "disabled": "Excel har inaktiverat tillägget efter en krasch",
        },
        {
            "not-registered": "Kör Installera.bat igen, eller bocka för tillägget under Arkiv, Alternativ, Tillägg.",
            "not-reached": "Bocka för tillägget på nytt under Arkiv, Alternativ, Tillägg, eller kör Installera.bat igen.",
            "disabled": "Öppna Arkiv, Alternativ, Tillägg, välj Hantera: Inaktiverade objekt och aktivera tillägget.",
        },
    ),
    "trusted-location": DiagnosisText(
        "Betrodd plats",
        {
            "trusted": "tilläggets mapp är betrodd, utan undermappar",
            "missing": "tilläggets mapp är inte betrodd, så Excel kan fråga om makron eller stoppa dem",
            "all-disabled": "en princip stänger av alla betrodda platser",
            "own-disabled": "en princip tillåter inte användarens egna betrodda platser",
        },
        {
            "missing": "Kör Installera.bat igen.",
            "all-disabled": "It-avdelningen signerar tillägget med ett certifikat som datorerna litar på.",
            "own-disabled": "It-avdelningen gör mappen betrodd med en princip, eller signerar tillägget.",
        },
    ),
    "macro-policy": DiagnosisText(
        "Principer för makron och tillägg",
        {
            "allows": "inget hindrar ett tillägg på en betrodd plats (makroinställning {setting})",
            "vba-off": "en princip stänger av VBA i hela Office",
            "add-ins-off": "en princip stänger av alla tillägg i Excel",
            "signature-required": "en princip kräver att tillägg är signerade av en betrodd utgivare",
            "trust-needed": "makron som inte är betrodda stoppas (makroinställning {setting}), och mappen är inte betrodd",
        },
        {
            "vba-off": "It-avdelningen tillåter VBA i Excel (VbaOff). Kommandoraden och webbtillägget klarar sig utan.",
            "add-ins-off": "It-avdelningen tillåter tillägg (DisableAllAddins).",
            "signature-required": "It-avdelningen signerar tillägget, se addin/README.md.",
            "trust-needed": "It-avdelningen gör mappen betrodd eller signerar tillägget.",
        },
    ),
    "ribbon-policy": DiagnosisText(
        "Menyfliken",
        {"allowed": "inget hindrar tillägg från att visa en flik", "hidden": "en princip döljer flikar från tillägg"},
        {"hidden": "It-avdelningen stänger av principen NoExtensibilityCustomizationFromDocument för Excel."},
    ),
    "child-process": DiagnosisText(
        "Start av beräkningen",
        {
            "started": "Excel fick starta beräkningen: det här körs från en knapp",
            "no-rule": "ingen regel stoppar att Excel startar program",
            "excluded": "regeln mot att Office startar program gäller, men beräkningen är undantagen",
            "audited": "regeln mot att Office startar program loggar bara",
            "warns": "regeln mot att Office startar program varnar: användaren får släppa förbi den",
            "blocked": "Microsoft Defender stoppar att Excel startar program (regel {rule})",
        },
        {
            "warns": "It-avdelningen undantar {program} från regeln.",
            "blocked": "It-avdelningen undantar {program} från regeln, se addin/README.md.",
        },
    ),
    "cloud-folders": DiagnosisText(
        "OneDrive",
        {
            "absent": "används inte",
            "present": "används: stäng arbetsboken på andra datorer före en körning, så att inga ändringar krockar",
            "installed-in-cloud": "programmets mapp ligger i en mapp som OneDrive synkar",
        },
        {"installed-in-cloud": f"Mappen AppData ska inte synkas. {_IT}"},
    ),
}
