"""What can stop the handbook from being built or opened, in Swedish."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

HANDBOOK_FAULTS: Mapping[str, FaultText] = {
    "handbook-anchor-twice": FaultText(
        "Två rubriker i handboken får samma länk, {anchor}.", "Ändra orden i den ena rubriken."
    ),
    "handbook-sheet-unknown": FaultText(
        "Handboken ber om fälten på bladet {name}, som inte finns.", "Skriv bladets namn som i arbetsboken."
    ),
    "handbook-picture-missing": FaultText(
        "Handboken ber om bilden {name}, som inte finns.",
        "Bygg bilderna med vardering build-handbook --pictures.",
    ),
    "finding-unknown": FaultText(
        "Det finns ingen anmärkning med koden {finding}.", "Koden står längst till höger på bladet Kontroll."
    ),
    "program-missing": FaultText("{program} behövs men finns inte på datorn.", "Installera det och kör igen."),
}
