"""What can stand in the way of a comparison of two versions, and what its reader must know, in Swedish."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

COMPARISON_FAULTS: Mapping[str, FaultText] = {
    "compared-has-errors": FaultText(
        "Filen {file} har fel och kan inte jämföras.",
        "Öppna filen, klicka på Kontrollera och rätta felen. Utan Excel: kör vardering check på filen.",
    ),
    "different-cases": FaultText(
        "Filerna {first} och {second} är två olika kalkyler: id {first_id} och {second_id}.",
        "Välj två versioner av samma kalkyl, eller jämför ändå med --different-cases.",
    ),
    "compared-different-cases": FaultText(
        "Filerna är två olika kalkyler: id {first_id} och {second_id}.",
        "Rader med samma id kan handla om olika saker. Läs raderna som två kalkyler bredvid varandra.",
    ),
    "compared-without-id": FaultText(
        "Filen {file} har inget kalkyl-id ännu: om det är samma kalkyl går inte att avgöra.",
        "Räkna om filen, så får den ett id som följer med.",
    ),
    "compared-forms": FaultText(
        "En av filerna är en förenklad bedömning och den andra en full kalkyl.",
        "Den förenklade jämförs som den fulla kalkyl som den motsvarar.",
    ),
    "compared-price-levels": FaultText(
        "Beloppen är i olika års priser: {before} före och {after} efter. De är inte omräknade.",
        "Läs skillnaden i nettonuvärde som ungefärlig, eller räkna båda i samma prisnivå.",
    ),
    "compared-start-years": FaultText(
        "Nuvärdena gäller olika tidpunkter: början av {before} före och av {after} efter.",
        "Läs skillnaden i nettonuvärde som ungefärlig, eller räkna båda från samma år.",
    ),
    "compared-horizons": FaultText(
        "Kalkyltiden är {before} år före och {after} år efter.",
        "Steget Kalkyltid i år visar vad det ensamt betyder för nettonuvärdet.",
    ),
    "compared-main-alternatives": FaultText(
        "Resultatet gäller alternativ {before} före och alternativ {after} efter.",
        "Steget Alternativ som resultatet visar säger vad bytet ensamt betyder för nettonuvärdet.",
    ),
}
