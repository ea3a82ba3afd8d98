"""What can be wrong between the task pane and its server."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

_AGAIN = "Stäng åtgärdsfönstret, öppna det igen och klicka på knappen en gång till."

WEB_FAULTS: Mapping[str, FaultText] = {
    "click-invalid": FaultText("Klicket kunde inte läsas: {reason}.", _AGAIN),
    "click-foreign": FaultText(
        "Klicket kom inte från tilläggets egen sida.", "Öppna tillägget i Excel och klicka på knappen där."
    ),
    "click-too-slow": FaultText(
        "Arbetsboken eller filerna hann inte fram till servern. Inget är skrivet.",
        "Försök igen, med färre filer om förbindelsen är långsam.",
    ),
    "click-too-large": FaultText(
        "Arbetsboken eller filerna är tillsammans större än {megabytes} MB.",
        "Välj färre filer, eller använd vardering på en dator.",
    ),
    "click-too-long": FaultText(
        "Körningen tog mer än {minutes} minuter och avbröts. Inget är skrivet.",
        "Försök med färre filer eller färre dragningar, eller använd vardering på en dator.",
    ),
    "click-ended": FaultText(
        "Körningen avbröts innan den var klar. Inget är skrivet.",
        "Försök igen. Händer det på nytt, spara arbetsboken och kontakta den som ansvarar för servern.",
    ),
    "server-busy": FaultText("Många kör just nu.", "Vänta en minut och klicka igen."),
    "sign-in-needed": FaultText("Du är inte inloggad.", "Logga in i Excel med ditt konto i kommunen och klicka igen."),
    "sign-in-refused": FaultText(
        "Ditt konto har inte rätt att använda tillägget.", "Be den som ansvarar för tillägget om behörighet."
    ),
    "sign-in-out-of-reach": FaultText(
        "Inloggningen kunde inte kontrolleras: Entra ID svarar inte.", "Vänta en stund och klicka igen."
    ),
    "server-without-sign-in": FaultText(
        "Servern startar inte utan inloggning på adressen {host}.",
        "Ange --tenant och --client, eller lyssna bara på den egna datorn: --host 127.0.0.1 --without-sign-in.",
    ),
    "server-entra-id": FaultText(
        "{option}: ”{value}” är inget id i Entra ID.",
        "Kopiera id:t från tilläggets registrering. Det ser ut som 8f2c3d1e-0000-4000-8000-1a2b3c4d5e6f.",
    ),
    "server-address": FaultText(
        "”{address}” är ingen adress som Excel kan nå.",
        "Ange hela adressen utan sista snedstreck, till exempel https://vardering.kommun.se.",
    ),
    "web-add-in-missing": FaultText(
        "Åtgärdsfönstrets filer finns inte i {path}.", "Installera om produkten, eller kör vardering build-addin."
    ),
}
