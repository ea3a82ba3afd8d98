"""Every fault in Swedish: what is wrong and what to do. One entry for each code; {names} are its arguments."""

from collections.abc import Mapping

from vardering.texts.assessment_fault_texts import ASSESSMENT_FAULTS
from vardering.texts.book_fault_texts import FILE_FAULTS
from vardering.texts.comparison_fault_texts import COMPARISON_FAULTS
from vardering.texts.fault_text import FaultText
from vardering.texts.follow_up_fault_texts import FOLLOW_UP_FAULTS
from vardering.texts.handbook_fault_texts import HANDBOOK_FAULTS
from vardering.texts.installation_fault_texts import INSTALLATION_FAULTS
from vardering.texts.maturity_fault_texts import MATURITY_FAULTS
from vardering.texts.plan_fault_texts import PLAN_FAULTS
from vardering.texts.portfolio_fault_texts import PORTFOLIO_FAULTS
from vardering.texts.web_fault_texts import WEB_FAULTS

CELL_FAULTS: Mapping[str, FaultText] = {
    "not-a-number": FaultText("{heading}: ”{value}” är inget tal.", "Skriv bara siffror, till exempel 1234,5."),
    "not-a-year": FaultText("{heading}: ”{value}” är inget årtal.", "Skriv året med fyra siffror, till exempel 2027."),
    "not-a-number-in-range": FaultText(
        "{heading}: ”{value}” är inget tal.",
        "Skriv bara siffror, till exempel 1234,5. Skriv osäkerhet i kolumnerna låg och hög, inte ”ca”.",
    ),
    "not-a-whole-number": FaultText("{heading}: {value} är inget heltal.", "Skriv ett heltal utan decimaler."),
    "date-instead-of-number": FaultText(
        "{heading}: cellen innehåller datumet {value} i stället för ett tal.",
        "Skriv talet på nytt. Kalkylprogrammet har tolkat det som ett datum.",
    ),
    "not-a-date": FaultText("{heading}: ”{value}” är inget datum.", "Skriv datumet som 2027-09-01."),
    "not-yes-or-no": FaultText("{heading}: ”{value}” är varken ja eller nej.", "Välj ja eller nej i listan."),
    "unknown-list-value": FaultText("{heading}: ”{value}” finns inte i listan.", "Välj ett av orden i cellens lista."),
    "cell-error-value": FaultText(
        "{heading}: cellen visar felet {value}.", "Rätta formeln i cellen eller skriv ett värde."
    ),
    "formula-not-calculated": FaultText(
        "{heading}: cellens formel har inget beräknat värde.",
        "Öppna arbetsboken i ett kalkylprogram, spara den och försök igen.",
    ),
    "negative-value": FaultText(
        "{heading}: {value} är negativt.",
        "Skriv noll eller ett positivt tal.",
    ),
    "rate-out-of-range": FaultText(
        "{heading}: {value} procent är utanför det rimliga, {minimum} till {maximum} procent.",
        "Skriv räntan i procent, till exempel 3 för tre procent.",
    ),
    "value-out-of-range": FaultText(
        "{heading}: {value} är utanför det tillåtna.", "Skriv ett tal inom de gränser som visas när cellen markeras."
    ),
    "value-not-allowed": FaultText(
        "{heading}: värdet {value} kan inte användas.",
        "Läs hjälpen som visas när cellen markeras och skriv ett annat värde.",
    ),
    "required-missing": FaultText(
        "{heading} är inte ifyllt.", "Fyll i cellen, eller töm hela raden om den inte ska användas."
    ),
    "converted": FaultText(
        "{heading}: texten ”{value}” tolkas som talet {new}.",
        "Kontrollera att talet stämmer. Cellen rättas när kalkylen räknas om.",
    ),
    "looks-like-share": FaultText(
        "{heading}: {value} procent är mycket lite.", "Menade ni {meant} procent? Skriv i så fall {meant}."
    ),
    "id-given": FaultText("Raden saknar id och får {id}.", "Behåll id:t: planer och uppföljning hänvisar till det."),
    "content-under-table": FaultText(
        "Direkt under tabellen {title} står ”{value}”, som inte räknas med.",
        "Dra ut tabellens nedre högra hörn så att raden kommer med, eller flytta innehållet.",
    ),
}

ROW_FAULTS: Mapping[str, FaultText] = {
    "duplicate-id": FaultText("Id {id} finns redan på {first}.", "Ge raden ett eget id."),
    "duplicate-name": FaultText("{value} finns två gånger i listan.", "Byt namn på den ena eller ta bort den."),
    "range-broken": FaultText(
        "Rad {id}: låg, trolig och hög står inte i stigande ordning.",
        "Låg ska vara minst och hög störst. Lämna tomt om det inte finns något spann.",
    ),
    "before-start": FaultText(
        "Rad {id} börjar {year}, före kalkylens startår {start}.", "Ändra Från år eller kalkylens startår."
    ),
    "years-reversed": FaultText("Rad {id}: Till år är före Från år.", "Rätta åren."),
    "after-horizon": FaultText(
        "Rad {id} gäller {year}, efter kalkylens sista år {last}. Det som ligger efter räknas inte med.",
        "Förläng kalkyltiden om det ska räknas.",
    ),
    "ramp-years-missing": FaultText("Rad {id}: upptrappning behöver ett antal år.", "Fyll i Upptrappning antal år."),
    "horizon-before-full-effect": FaultText(
        "Rad {id} når inte fullt belopp före kalkylens sista år {last}.", "Överväg en längre kalkyltid."
    ),
    "unknown-name": FaultText(
        "Rad {id}: ”{value}” finns inte bland de ord som kan väljas.",
        "Välj ur cellens lista, eller lägg till ordet där listan hämtar sina ord, till exempel i tabellen Personalkategorier.",
    ),
    "profile-years-broken": FaultText(
        "Tidsprofilen {name}: årens nummer går inte 1, 2, 3 utan luckor.", "Rätta kolumnen År nummer."
    ),
    "no-source": FaultText("Rad {id} saknar källa.", "Skriv var uppgiften kommer ifrån, så att andra kan lita på den."),
    "two-prices": FaultText(
        "Rad {id} har både ett pris och en personalkategori.",
        "Behåll det ena: pris per enhet, eller timmar och personalkategori.",
    ),
    "no-price": FaultText("Rad {id} saknar pris.", "Fyll i pris per enhet eller välj en personalkategori."),
    "vat-rate-missing": FaultText(
        "Rad {id}: moms är kostnad men momssatsen saknas.", "Fyll i Moms procent, till exempel 25."
    ),
    "investment-incomplete": FaultText(
        "Rad {id} är en investering men saknar Tas i bruk eller Avskrivningstid år.", "Fyll i båda, eller välj drift."
    ),
    "accounting-unconfirmed": FaultText(
        "Rad {id} bokförs som investering utan att controllern har bekräftat det.",
        "Be controllern bekräfta och skriv ja.",
    ),
    "category-incomplete": FaultText(
        "Personalkategorin {name} saknar {missing}, som beräkningen behöver.",
        "Fyll i {missing} på kategorins rad, eller ta en annan kategori på de rader som använder den.",
    ),
    "parameter-needed": FaultText(
        "{name} behövs i beräkningen men saknas.", "Fyll i värdet bland parametrarna, med år och källa."
    ),
    "parameter-row-missing": FaultText(
        "Parametern {key} finns inte i tabellen.",
        "Lägg tillbaka raden med samma namn. Tills vidare används produktens förval.",
    ),
    "resource-need-missing": FaultText("Rad {id} saknar behov.", "Fyll i timmar eller årsarbetare."),
    "resource-need-twice": FaultText("Rad {id} har behov både i timmar och årsarbetare.", "Behåll det ena."),
    "correlation-group-of-one": FaultText(
        "Rad {id} är ensam i samvariationsgruppen {name}.",
        "Välj gruppen också på de rader som ska följas åt, eller töm cellen.",
    ),
    "included-in-unknown": FaultText(
        "Rad {id} hänvisar till kostnadsraden {value} som inte finns.",
        "Skriv id på en rad i Utveckling, Omställning eller Drift.",
    ),
    "contributes-to-unknown": FaultText(
        "Rad {id} hänvisar till {value} i Bidrar till effekter, men någon sådan effekt finns inte.",
        "Skriv id på rader i Effekter, med komma mellan.",
    ),
    "effect-without-activity": FaultText(
        "Ingen aktivitet i Utveckling eller Omställning bidrar till {ids}.",
        "Skriv effektens id i kolumnen Bidrar till effekter på de rader som effekten bygger på.",
    ),
    "effect-without-objective": FaultText(
        "Effekter i kvalitet eller miljö saknar mål: {ids}.",
        "Skriv det verksamhetsmål som effekten bidrar till.",
    ),
    "resource-without-money": FaultText(
        "Rad {id} är inte finansierad och ingår inte i någon kostnadsrad.",
        "Peka på den rad som bär kostnaden, eller skriv ja i Finansierat.",
    ),
}

EFFECT_FAULTS: Mapping[str, FaultText] = {
    "no-effects": FaultText("Kalkylen har inga effekter.", "Beskriv vad förändringen ska ge i tabellen Effekter."),
    "effect-value-missing": FaultText(
        "Effekt {id} saknar volym, före eller efter.",
        "Fyll i alla tre. Skriv 1 som volym om före och efter redan är totala belopp, och 0 om inget är kvar efteråt.",
    ),
    "unit-value-missing": FaultText(
        "Effekt {id} saknar enhetsvärde.", "Fyll i Enhetsvärde kr. Skriv 1 om före och efter redan är kronor."
    ),
    "category-missing": FaultText(
        "Effekt {id} värderas som tid eller tjänster men saknar personalkategori.",
        "Välj personalkategori, eller värdera som styckvärde.",
    ),
    "money-and-size": FaultText(
        "Effekt {id}: slaget och värderingen går inte ihop.",
        "Kvalitet och miljö beskrivs utan kronor och personalkategori. Övriga slag får ett värde i kronor och ingen storlek.",
    ),
    "size-missing": FaultText("Effekt {id} saknar storlek.", "Fyll i Storlek 0 till 3."),
    "size-reason-missing": FaultText("Effekt {id} saknar skäl till storleken.", "Skriv varför storleken är rimlig."),
    "quality-without-measure": FaultText(
        "Effekt {id} saknar mätetal.", "Skriv hur ni ska märka att kvaliteten eller miljön blev bättre."
    ),
    "citizens-time-as-staff": FaultText(
        "Effekt {id} gäller andras tid än kommunens personals.",
        "Välj slaget samhällsekonomisk och perspektivet för dem som får tiden.",
    ),
    "hours-look-like-minutes": FaultText(
        "Effekt {id}: före och efter räknas som timmar. Det blir {hours} timmar om året, motsvarande {fte} årsarbetare.",
        "Menar ni minuter: välj minuter i kolumnen Tidsenhet. Stämmer timmarna behöver inget göras.",
    ),
    "hours-look-like-minutes-without-unit": FaultText(
        "Effekt {id}: före och efter räknas som timmar. Det blir {hours} timmar om året, motsvarande {fte} årsarbetare.",
        "Menar ni minuter: skriv tiden i timmar, 20 minuter är 0,33. Stämmer timmarna behöver inget göras.",
    ),
    "uptake-twice": FaultText("Effekt {id} har både nyttjandegrad och nyttjandeprofil.", "Behåll det ena."),
    "low-uptake": FaultText(
        "Effekt {id} har en nyttjandegrad under {limit} procent.",
        "Låg användning kräver ofta parallella arbetssätt som kostar. Kontrollera att de kostnaderna finns med.",
    ),
    "no-owner": FaultText("Effekt {id} saknar effektägare.", "Utse den chef som ansvarar för att effekten uppnås."),
    "effect-answers-missing": FaultText(
        "Effekt {id} saknar {missing}.", "Fyll i så att det går att följa upp effekten."
    ),
    "benefit-before-delivery": FaultText(
        "Effekt {id} börjar före överlämnandet {delivered}.",
        "Flytta effekten eller förklara i anteckningen hur den kan komma tidigare.",
    ),
    "transfer-without-counterpart": FaultText(
        "Effekt {id} är en överföring men raden {value} pekar inte tillbaka.",
        "Lägg till motpartens rad och låt raderna peka på varandra.",
    ),
    "transfer-uneven": FaultText(
        "Överföringen mellan {id} och {value} går inte jämnt upp, eller har samma perspektiv.",
        "En avgift är lika stor för båda parter, med omvänt tecken och olika perspektiv.",
    ),
    "decision-without-effect": FaultText(
        "Hemtagningsbeslutet gäller effekten {value} som inte finns.", "Skriv id på en effekt."
    ),
    "decision-twice": FaultText("Effekten {value} har två hemtagningsbeslut.", "Behåll ett beslut per effekt."),
    "decision-incomplete": FaultText(
        "Hemtagningsbeslutet för {value} är beslutat men saknar nämnd eller belopp.", "Fyll i nämnd och belopp per år."
    ),
    "saving-not-decided": FaultText(
        "Effekt {id} är en personalbesparing utan hemtagningsbeslut och räknas därför som omfördelning.",
        "Lägg till ett hemtagningsbeslut, eller välj slaget omfördelning.",
    ),
    "same-hours-twice": FaultText("Effekt {id} verkar frigöra samma timmar som {other}.", "Räkna timmarna en gång."),
    "one-row-dominates": FaultText(
        "Effekt {id} står för {share} procent av alla nyttor.", "Var särskilt säker på den raden och visa spannet."
    ),
}

CASE_FAULTS: Mapping[str, FaultText] = {
    "older-contract": FaultText(
        "Arbetsboken är gjord med mallversion {found}, den aktuella är {current}. Det som saknas har fått sina förval.",
        "Inget behöver göras. Vill ni ha de nya fälten och bladen: klicka på Uppgradera, eller kör vardering upgrade.",
    ),
    "main-alternative-unknown": FaultText(
        "Alternativ {value} finns inte.", "Välj B, C eller D och beskriv alternativet."
    ),
    "go-live-before-start": FaultText(
        "Det planerade överlämnandet är före startåret {start}.", "Kontrollera datumet och startåret."
    ),
    "old-parameters": FaultText(
        "Parametrar som är mer än ett år äldre än prisnivån {price_level}: {names}.",
        "Uppdatera värdena med nyare källor. Håller de fortfarande: skriv i År och Källa när ni prövade dem.",
    ),
    "full-case-by-amount": FaultText(
        "Kostnaderna är högre än {limit} kr: förändringen behöver en full kalkyl.", "Välj Utöka till full kalkyl."
    ),
    "full-case-by-committees": FaultText(
        "Fler än en nämnd berörs: förändringen behöver en full kalkyl.", "Välj Utöka till full kalkyl."
    ),
    "full-case-by-claim": FaultText(
        "Bedömningen lovar minskade kostnader inför {gate}: förändringen behöver en full kalkyl.",
        "Välj Utöka till full kalkyl.",
    ),
    "simulation-without-ranges": FaultText(
        "Ingen rad har olika låg och hög, så simuleringen säger inget om osäkerheten.",
        "Fyll i låg och hög på de rader där utfallet är osäkert och simulera igen.",
    ),
    "own-sheets-left": FaultText(
        "Egna blad följer inte med: {names}.", "De finns kvar i den tidigare arbetsboken. Kopiera dem om de behövs."
    ),
    "own-columns-left": FaultText(
        "Egna kolumner följer inte med: {names}.",
        "De finns kvar i den tidigare arbetsboken. Kopiera dem om de behövs.",
    ),
    "macros-untouched": FaultText(
        "Arbetsboken innehåller makron. De är orörda och behövs inte.",
        "Spara gärna som vanlig arbetsbok (.xlsx): då fastnar den inte i e-postfilter.",
    ),
}

BOOK_FAULTS: Mapping[str, FaultText] = {
    "not-our-workbook": FaultText(
        "Arbetsboken är ingen kalkyl från Värderingsmodellen.",
        "Välj en arbetsbok som är gjord med mallen kalkyl eller förenklad.",
    ),
    "newer-contract": FaultText(
        "Arbetsboken är gjord med mallversion {needed} men programmet kan bara läsa till och med version {supported}.",
        "Uppdatera programmet till en version som klarar mallversion {needed}.",
    ),
    "table-missing": FaultText(
        "Tabellen {title} ({table}) finns inte i arbetsboken.", "Ångra borttagningen eller hämta en tidigare kopia."
    ),
    "heading-missing": FaultText(
        "Kolumnen ”{heading}” saknas i tabellen {title}.",
        "Skriv tillbaka rubriken exakt så, eller hämta en tidigare kopia.",
    ),
    "value-missing": FaultText("Cellen för ”{label}” har tappat sitt namn.", "Hämta en tidigare kopia av arbetsboken."),
    "written-area-missing": FaultText(
        "Området {name} som programmet skriver i finns inte kvar.",
        "Hämta en tidigare kopia av arbetsboken, eller skapa en ny från indata.",
    ),
    "parameter-missing": FaultText(
        "Värdet {name} behövs i beräkningen men saknas.", "Fyll i värdet bland parametrarna."
    ),
    "reconcile-failed": FaultText(
        "Resultaten går inte ihop ({name}). Inget är skrivet.",
        "Det är ett fel i programmet: skicka körningens id till förvaltningen.",
    ),
    "too-large": FaultText(
        "Filen kräver mer minne än vad som är rimligt för en kalkyl. Inget är skrivet.",
        "Kontrollera att det är rätt fil.",
    ),
    "internal-error": FaultText(
        "Något oväntat gick fel i programmet. Inget är skrivet.", "Skicka körningens id {run} till förvaltningen."
    ),
}

CALL_FAULTS: Mapping[str, FaultText] = {
    "case-file-invalid": FaultText(
        "Filen {path} är ingen kalkyl i JSON-format: {reason}.",
        "Exportera kalkylen på nytt, eller jämför med vardering schema.",
    ),
    "not-simplified": FaultText(
        "Arbetsboken är redan en full kalkyl.", "Utöka behövs bara för förenklade bedömningar."
    ),
    "simplified-has-errors": FaultText(
        "Den förenklade bedömningen har fel och kan inte utökas.",
        "Klicka på Kontrollera, eller kör vardering check, och rätta felen först.",
    ),
    "upgrade-has-errors": FaultText(
        "Arbetsboken har fel och kan inte uppgraderas utan att något går förlorat.",
        "Klicka på Kontrollera, eller kör vardering check, och rätta felen först.",
    ),
    "upgrade-not-needed": FaultText(
        "Arbetsboken är redan gjord med den senaste mallen, version {version}.", "Ingenting behöver göras."
    ),
    "call-invalid": FaultText(
        "Anropet kan inte utföras: {reason}.",
        "Skriv kommandot följt av --help, till exempel vardering recalc --help, så visas hur det skrivs.",
    ),
    "option-out-of-range": FaultText(
        "{option}: ”{value}” är inget heltal mellan {least} och {most}.", "Skriv ett heltal inom gränserna."
    ),
    "spread-unknown": FaultText("Fördelningen ”{value}” finns inte.", "Välj en av dessa: {words}."),
    "simulation-has-no-place": FaultText(
        "Arbetsboken har inget avsnitt för simulering.",
        "Är det en förenklad bedömning: klicka på Utöka till full kalkyl. Är det en äldre kalkyl: klicka på Uppgradera, eller kör vardering upgrade.",
    ),
    "word-template-invalid": FaultText(
        "Word-mallen {file} kan inte användas: {reason}.",
        "Spara mallen som .docx med minst en rad som bara innehåller {{{{allt}}}} eller namnet på ett avsnitt, "
        "till exempel {{{{nyckeltal}}}}. Utan --template används den inbyggda mallen.",
    ),
    "export-has-errors": FaultText(
        "Kalkylen har fel och kan inte exporteras.",
        "Klicka på Kontrollera, eller kör vardering check, och rätta felen först.",
    ),
}

FAULT_TEXTS: Mapping[str, FaultText] = {
    **CELL_FAULTS,
    **ROW_FAULTS,
    **EFFECT_FAULTS,
    **ASSESSMENT_FAULTS,
    **CASE_FAULTS,
    **BOOK_FAULTS,
    **CALL_FAULTS,
    **COMPARISON_FAULTS,
    **FILE_FAULTS,
    **HANDBOOK_FAULTS,
    **INSTALLATION_FAULTS,
    **MATURITY_FAULTS,
    **PLAN_FAULTS,
    **FOLLOW_UP_FAULTS,
    **PORTFOLIO_FAULTS,
    **WEB_FAULTS,
}


def sentence_for(code: str, arguments: Mapping[str, object]) -> FaultText:
    """The two sentences of a fault with its arguments in place.

    Raises ``KeyError`` for a code without words or an argument that is not given: both are defects that the
    tests of the catalogue find.
    """
    text = FAULT_TEXTS[code]
    return FaultText(text.what.format(**arguments), text.remedy.format(**arguments))
