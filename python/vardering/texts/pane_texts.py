"""What the task pane says: its frame, progress, questions, and what stopped a run before the server could answer."""

TITLE = "Värderingsmodellen"
DESCRIPTION = "Kontrollera, räkna om och följ upp en kalkyl i den öppna arbetsboken."
PROVIDER = "Värderingsmodellen"
VERSION = "Version {version}"
SHOW_PANE = "Åtgärdsfönster"
SHOW_PANE_TIP = "Öppnar åtgärdsfönstret vid sidan av arbetsboken, med alla knappar och vad var och en gör."
NO_SCRIPT = "Åtgärdsfönstret behöver JavaScript. Be den som sköter datorn att slå på det."

WORDS = {
    "reading": "Läser arbetsboken …",
    "working": "Arbetar …",
    "writing": "Skriver i arbetsboken …",
    "done": "Klart",
    "warning": "Att rätta till",
    "failed": "Det gick inte",
    "continue": "Fortsätt",
    "cancel": "Avbryt",
    "close": "Stäng svaret",
    "cancelled": "Avbrutet. Inget är ändrat.",
    "choose-file": "Välj en fil",
    "choose-files": "Välj filer",
    "chosen": "Valda filer: {names}",
    "none-chosen": "Ingen fil är vald.",
    "answer-needed": "Skriv ett svar.",
    "file-needed": "Välj en fil.",
    "ending-wrong": "Filen {name} slutar inte på {ending}. Välj en annan fil.",
    "download": "Spara {name}",
    "opened": "{name} är öppnad i ett nytt fönster. Spara den där, eller här:",
    "show": "Öppna sidan",
    "go-to-cell": "Gå till {cell}",
    "nothing-said": "Klart.",
}
"""What the pane shows, by the name that its code uses."""

FAULTS = {
    "sign-in": "Du är inte inloggad eller har inte behörighet. Logga in i Excel med ditt arbetskonto och försök igen. "
    "Hjälper inte det, be den som förvaltar verktyget om behörighet.",
    "too-large": "Arbetsboken eller filerna är för stora att skicka. Ta bort stora bilder och blad som inte hör till "
    "kalkylen, eller välj färre filer.",
    "busy": "Servern har för mycket att göra just nu. Vänta en minut och försök igen. Inget är ändrat.",
    "server-failed": "Ett fel uppstod på servern. Inget är ändrat. Försök igen, och meddela den som förvaltar "
    "verktyget om felet kommer tillbaka.",
    "not-understood": "Servern svarade på ett sätt som åtgärdsfönstret inte förstår. Inget är ändrat. Stäng det och öppna det "
    "igen.",
    "no-network": "Servern gick inte att nå. Kontrollera nätverket och försök igen. Inget är ändrat.",
    "timeout": "Servern svarade inte inom fem minuter. Inget är ändrat. Försök igen om en stund.",
    "cell-editing": "Avsluta redigeringen av cellen och försök igen.",
    "book-changed": "Arbetsboken ändrades medan servern räknade, så inget är skrivet. Försök igen.",
    "not-as-written": "Cellen {cell} fick ett annat värde än det som skrevs. Kontrollera den, eller välj ”Ångra senaste "
    "körning”.",
    "excel-read": "Excel kunde inte lämna ut arbetsboken ({code}). Stäng öppna dialoger i Excel och försök igen.",
    "excel-write": "Excel avbröt skrivningen ({code}), så resultatet kan vara ofullständigt. Försök igen, eller välj "
    "”Ångra senaste körning”.",
    "no-excel": "Åtgärdsfönstret är inte öppnat i Excel, så det finns ingen arbetsbok att läsa. Öppna arbetsboken i Excel och "
    "välj fliken Värdering.",
    "file-unreadable": "Filen {name} gick inte att läsa. Stäng den i andra program och välj den igen.",
}
"""What is wrong and what to do, by the name that the pane's code uses."""
