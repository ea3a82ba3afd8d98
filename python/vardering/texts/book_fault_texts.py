"""What can be wrong with a workbook file, in Swedish: what is wrong and what to do."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

_DAMAGED = "Hämta en ny kopia, eller öppna filen i Excel och spara den under ett nytt namn."
_HOSTILE = "Öppna inte filen om ni inte väntar er den. Be avsändaren om en ny kopia."
_CHANGED = "Inget är skrivet. Kör igen."

FORMAT_FAULTS: Mapping[str, FaultText] = {
    "encrypted": FaultText("Filen är krypterad med lösenord.", "Öppna den i Excel, ta bort lösenordet och spara."),
    "old-format": FaultText("Filen har det gamla formatet .xls.", "Öppna den i Excel och spara som .xlsx."),
    "binary-format": FaultText("Filen har det binära formatet .xlsb.", "Öppna den i Excel och spara som .xlsx."),
    "open-document": FaultText("Filen är ett OpenDocument-kalkylark.", "Öppna den i LibreOffice och spara som .xlsx."),
    "other-office-file": FaultText(
        "Filen är ett annat slags Office-dokument.", "Välj en arbetsbok med ändelsen .xlsx."
    ),
    "strict-format": FaultText(
        "Filen är sparad som Strict Open XML.", "Öppna den i Excel och spara som vanlig Excel-arbetsbok (.xlsx)."
    ),
    "not-a-workbook": FaultText("Filen är ingen arbetsbok.", "Välj en fil med ändelsen .xlsx."),
    "file-empty": FaultText("Filen är tom.", "Hämta en ny kopia: överföringen kan ha avbrutits."),
    "file-truncated": FaultText("Filen är avklippt och inte hel.", "Hämta en ny kopia: överföringen kan ha avbrutits."),
    "file-damaged": FaultText("Filen är skadad och går inte att läsa.", _DAMAGED),
    "no-sheets": FaultText("Arbetsboken har inga blad som går att läsa.", _DAMAGED),
    "part-missing": FaultText("Delen {part} saknas i filen.", _DAMAGED),
    "part-damaged": FaultText("Delen {part} i filen är skadad.", _DAMAGED),
    "sheet-damaged": FaultText("Ett blad i filen är skadat: raderna står inte i ordning.", _DAMAGED),
    "styles-damaged": FaultText("Filens formatmallar är skadade.", _DAMAGED),
    "table-damaged": FaultText("Tabellen {table} i filen är skadad.", _DAMAGED),
    "table-without-headings": FaultText(
        "Tabellen {table} har ingen rubrikrad.", "Slå på rubrikraden i tabellens inställningar."
    ),
    "compression-unknown": FaultText("Delen {part} är packad på ett okänt sätt.", _DAMAGED),
    "address-out-of-range": FaultText("Filen hänvisar till cellen {address} som inte finns.", _DAMAGED),
}

LIMIT_FAULTS: Mapping[str, FaultText] = {
    "file-too-large": FaultText("Filen är större än vad en kalkyl kan vara.", "Kontrollera att det är rätt fil."),
    "file-too-heavy": FaultText("Filen kräver mer arbete än vad som är rimligt för en kalkyl.", _HOSTILE),
    "inflated-too-large": FaultText("Filen blir orimligt stor när den packas upp.", _HOSTILE),
    "zip-bomb": FaultText("Delen {part} blir orimligt stor när den packas upp.", _HOSTILE),
    "part-larger-than-declared": FaultText("Delen {part} är större än filen uppger.", _HOSTILE),
    "part-name-unsafe": FaultText("Delen {part} har ett otillåtet namn.", _HOSTILE),
    "part-names-twice": FaultText("Delen {part} finns två gånger i filen.", _HOSTILE),
    "too-many-parts": FaultText("Filen har {count} delar, fler än en kalkyl kan ha.", _HOSTILE),
    "too-much-markup": FaultText("Filen innehåller mer än vad en kalkyl kan innehålla.", _HOSTILE),
    "xml-dtd": FaultText("Filen innehåller en dokumenttyp, vilket arbetsböcker inte ska ha.", _HOSTILE),
    "xml-too-deep": FaultText("Filens innehåll är orimligt djupt nästlat.", _HOSTILE),
    "merge-too-large": FaultText("De sammanslagna cellerna {area} är orimligt många.", "Dela upp cellerna och spara."),
    "table-too-large": FaultText("Tabellen {table} är orimligt stor.", "Minska tabellen till de rader som används."),
    "name-too-large": FaultText(
        "Namnet {name} gäller ett orimligt stort område.", "Hämta en tidigare kopia av arbetsboken."
    ),
    "text-too-long": FaultText(
        "En text är längre än {limit} tecken, som är det mesta en cell rymmer.", "Korta texten."
    ),
    "formula-too-long": FaultText("En formel blir längre än {limit} tecken.", "Korta bladens namn."),
    "date-before-calendar": FaultText(
        "Datumet {date} ligger före kalkylprogrammens kalender.", "Skriv ett senare datum."
    ),
}

ACCESS_FAULTS: Mapping[str, FaultText] = {
    "file-missing": FaultText("Filen {path} finns inte.", "Kontrollera namnet och mappen."),
    "file-is-a-folder": FaultText("{path} är en mapp.", "Ange en arbetsbok."),
    "file-not-readable": FaultText("Filen {file} går inte att läsa.", "Kontrollera att ni har rätt att öppna den."),
    "book-held": FaultText("Filen {file} hålls av ett annat program.", "Stäng den i andra program och försök igen."),
    "book-open": FaultText("Arbetsboken {file} är öppen i ett kalkylprogram ({lock}).", "Stäng den och försök igen."),
    "book-changed": FaultText("Filen {file} har ändrats sedan den lästes.", _CHANGED),
    "sheet-gone": FaultText("Bladet {sheet} finns inte längre.", _CHANGED),
    "table-gone": FaultText("Tabellen {table} finns inte längre.", _CHANGED),
    "name-gone": FaultText("Namnet {name} finns inte längre.", _CHANGED),
    "sheet-password": FaultText(
        "Bladet {sheet} är låst med lösenord.", "Ta bort bladets lösenord: produktens egna blad är låsta utan."
    ),
    "content-in-the-way": FaultText(
        "Det finns eget innehåll där resultatet ska skrivas.", "Flytta det till ett eget blad och räkna om."
    ),
    "table-in-the-way": FaultText(
        "En annan tabell står där resultatet ska skrivas.", "Flytta den till ett eget blad och räkna om."
    ),
    "table-has-totals": FaultText(
        "Tabellen har en summarad och kan inte växa.", "Slå av summaraden i tabellens inställningar."
    ),
    "merge-in-the-way": FaultText("Sammanslagna celler står där resultatet ska skrivas.", "Dela upp dem och räkna om."),
    "formula-group-in-the-way": FaultText(
        "En grupp av formler står där resultatet ska skrivas.", "Flytta dem till ett eget blad och räkna om."
    ),
    "target-exists": FaultText("Filen {file} finns redan.", "Välj ett annat namn, eller skriv över med --replace."),
    "target-is-a-folder": FaultText("{file} är en mapp.", "Ange ett filnamn."),
    "target-not-writable": FaultText(
        "Filen {file} är skrivskyddad.", "Välj ett annat namn eller ta bort skrivskyddet."
    ),
    "folder-missing": FaultText("Mappen {folder} finns inte.", "Skapa mappen eller välj en annan."),
    "folder-read-only": FaultText("Mappen {folder} går inte att skriva i.", "Välj en mapp där ni har rätt att skriva."),
    "disk-full": FaultText("Disken är full. Inget är skrivet i mappen {folder}.", "Frigör utrymme och försök igen."),
    "name-too-long": FaultText("Filnamnet {file} är för långt.", "Välj ett kortare namn."),
    "write-failed": FaultText("Filen {file} kunde inte skrivas: {reason}.", "Försök igen eller välj en annan mapp."),
}

EXCEL_FAULTS: Mapping[str, FaultText] = {
    "excel-editing": FaultText("En cell redigeras just nu i Excel.", "Avsluta redigeringen av cellen och försök igen."),
    "book-shared": FaultText("Arbetsboken är delad i Excel.", "Sluta dela den under fliken Granska och försök igen."),
    "sheet-filtered": FaultText(
        "Bladet {sheet} är filtrerat, och dolda rader kan inte skrivas.", "Rensa filtret och försök igen."
    ),
    "not-as-written": FaultText(
        "Excel tog inte emot det som skrevs i cellen.",
        "Ångra senaste körning, och be förvaltningen om hjälp om det händer igen.",
    ),
    "no-open-book": FaultText(
        "Ingen arbetsbok är öppen för redigering i Excel.",
        "Öppna en kalkyl, välj Aktivera redigering om Excel frågar, och klicka på knappen igen.",
    ),
    "nothing-to-undo": FaultText("Det finns ingen körning att ångra i arbetsboken.", "Ingenting behöver göras."),
    "name-taken": FaultText("Filen {file} finns redan.", "Klicka på knappen igen och välj ett annat namn."),
    "button-unknown": FaultText(
        "Knappen {name} hör till en annan version av programmet.",
        "Stäng Excel och installera Värderingsmodellen på nytt.",
    ),
    "book-read-only": FaultText(
        "Arbetsboken {file} är öppnad skrivskyddad.", "Spara den under ett eget namn och försök igen."
    ),
    "undo-changed": FaultText(
        "Det som senaste körningen skrev har ändrats sedan dess och kan inte ångras.", "Räkna om för nya resultat."
    ),
    "run-taken-back": FaultText(
        "Körningen avbröts av Excel, och det som hann skrivas har tagits tillbaka.", "Försök igen."
    ),
    "run-half-written": FaultText(
        "Körningen avbröts av Excel, och allt som hann skrivas kunde inte tas tillbaka.",
        "Ångra senaste körning, eller stäng arbetsboken utan att spara.",
    ),
    "pane-content-unreadable": FaultText(
        "Det som åtgärdsfönstret läste av arbetsboken går inte att tolka.",
        "Stäng åtgärdsfönstret, öppna det igen och försök på nytt.",
    ),
    "book-too-large": FaultText(
        "Arbetsboken är större än vad åtgärdsfönstret kan läsa.",
        "Öppna den i Excel för Windows med fliken Värdering installerad, eller minska tabellerna.",
    ),
    "sheet-too-large": FaultText(
        "Bladet {sheet} har innehåll så långt från tabellerna att det inte går att läsa.",
        "Ta bort det som står långt ned eller långt till höger på bladet.",
    ),
    "no-excel": FaultText("Det går inte att nå Excel härifrån.", "Starta från fliken Värdering i Excel för Windows."),
    "book-not-open": FaultText(
        "Arbetsboken {name} är inte öppen för redigering i Excel.",
        "Öppna den, välj Aktivera redigering om Excel frågar, och klicka på knappen igen.",
    ),
}

FILE_FAULTS: Mapping[str, FaultText] = {**FORMAT_FAULTS, **LIMIT_FAULTS, **ACCESS_FAULTS, **EXCEL_FAULTS}
