"""Words of the follow-up form, and of collecting it."""

INTRO = "Formulär till {person} för att följa upp nyttorna med förändringen {change}."
HOW_TITLE = "Så här fyller ni i"
STEPS = (
    "1  Fyll i de gula cellerna på en rad för varje mätning: datum och utfall. Skriv bara siffror i utfallet.",
    "2  Vet ni hur många kronor eller timmar som har hämtats hem sedan förra mätningen, skriv det också.",
    "3  Saknas en rad: välj effekten i listan i en tom rad. Rader utan utfall lämnas tomma.",
    "4  Spara filen och skicka tillbaka den. Det gör inget om den läses in flera gånger.",
)
ABOUT_TITLE = "Om formuläret"
KIND, VERSION, CASE_ID, PERSON, MADE_ON, EFFECTS = (
    "Typ av arbetsbok",
    "Mallens version",
    "Kalkylens id",
    "Effektägare",
    "Skapat",
    "Effekter i formuläret",
)
FILE_NAME = "Uppföljning {person} {day}.xlsx"
COLLECT_EVENT = "Hämta mätvärden: {added} nya, {filled} kompletterade, {conflicts} i konflikt, från {sources}"
COLLECTED = "{added} nya rader, {filled} kompletterade, {same} redan inlästa, {conflicts} i konflikt."
BOOK = "arbetsboken"
VALUE_OF = "{value} i {source}"
IN_FILE = "I filen {source}: {what}"
REPORTED_EVENT = "Mätvärden inskrivna"
