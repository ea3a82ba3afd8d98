"""What can be wrong with the answers of a maturity survey and their compilation, in Swedish."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

MATURITY_FAULTS: Mapping[str, FaultText] = {
    "survey-unreadable": FaultText("{reason} Filen {file} räknas inte med.", "Be avsändaren om en ny kopia."),
    "survey-foreign": FaultText(
        "{file} är ingen mognadsanalys och räknas inte med.", "Välj bara svar på enkäten mognadsanalys.xlsx."
    ),
    "survey-duplicate": FaultText(
        "{file} har samma svar som {first} och räknas inte en gång till.",
        "Är det två personers svar? Skriv en kommentar i det ena, så skiljs de åt.",
    ),
    "survey-empty": FaultText("{file} är inte ifylld och räknas inte med.", "Be avsändaren att svara."),
    "survey-half-filled": FaultText(
        "{file} har svar på {count} av {total} påståenden, för både i dag och önskat läge. Svaren räknas med.",
        "Be gärna avsändaren att svara på resten.",
    ),
    "survey-without-role": FaultText(
        "{file} saknar roll och räknas till gruppen annan roll.", "Be gärna avsändaren att välja en roll."
    ),
    "survey-cell": FaultText(
        "{file}: {reason} Det räknas inte med.", "Be gärna avsändaren att rätta cellen och skicka filen igen."
    ),
    "unknown-statement": FaultText(
        "”{id}” är inget av enkätens påståenden.", "Skriv tillbaka påståendets id, som M01."
    ),
    "survey-alike": FaultText(
        "{file} är nästan lik {first}: {count} av {total} svar är desamma. Båda räknas med.",
        "Har samma person svarat två gånger? Ta bort den äldre filen och sammanställ igen.",
    ),
    "survey-rounds": FaultText(
        "Svaren kommer från olika omgångar: {rounds}.", "Kontrollera att inga svar från en tidigare omgång är med."
    ),
    "survey-too-few": FaultText(
        "Det finns {count} svar. {files} Färre än fem sammanställs inte, så att ingens svar kan kännas igen.",
        "Vänta tills minst fem har svarat.",
    ),
    "survey-too-few-new": FaultText(
        "Skillnaden mot tidigare sammanställningar är färre än fem svar, som då skulle gå att räkna fram.",
        "Vänta tills minst fem nya svar har kommit, eller använd den senaste sammanställningen.",
    ),
    "survey-compilation": FaultText(
        "{file} är en sammanställning och räknas inte som svar. Det som visas nu går inte att räkna ihop med den så att "
        "någons svar syns.",
        "Låt den ligga kvar tills omgången är klar.",
    ),
    "survey-earlier-partly": FaultText(
        "{count} av de {total} svaren i sammanställningen {file} är med, men inte de andra. Skillnaden skulle kunna "
        "visa vad de svarade.",
        "Ta med alla svar som {file} bygger på, oförändrade. Har någon dragit tillbaka sitt svar? Dra då tillbaka {file} "
        "från alla som har fått den, ta bort filen och sammanställ igen.",
    ),
    "survey-unrecognised": FaultText(
        "Det går inte att avgöra om svaren redan är med i {file}. Färre än fem av dess svar är tillräckligt olika för att "
        "kännas igen.",
        "Använd den sammanställningen. Är det en ny omgång? Ge omgången ett namn innan enkäten skickas.",
    ),
    "notes-kept": FaultText(
        "Det ni har skrivit på Workshop och Handlingsplan i {file} följer med. Antal rader: {count}.",
        "Titta igenom dem: talen bredvid är nya.",
    ),
    "note-moved": FaultText(
        "Det ni skrev om {statement} är inte längre bland det som är mest att tala om. Det står sist på Workshop: "
        "”{text}”.",
        "Flytta texten eller låt den stå kvar.",
    ),
    "notes-other-round": FaultText(
        "Det går inte att se att {file} gäller samma svar. Det ni skrev på Workshop och Handlingsplan där följer inte "
        "med. Antal rader: {count}.",
        "Kopiera det ni vill behålla från kopian av den förra filen.",
    ),
    "notes-unread": FaultText(
        "Bladet Workshop i {file} har inga tabeller. Har ni skrivit något där följer det inte med.",
        "Kopiera det ni vill behålla från kopian av den förra filen.",
    ),
    "earlier-not-compilation": FaultText(
        "{file} är ingen sammanställning av en mognadsanalys.",
        "Välj en fil som Sammanställ mognadsanalys, eller vardering maturity, har skrivit.",
    ),
}
