"""What can stand in the way of a portfolio, in Swedish."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

PORTFOLIO_FAULTS: Mapping[str, FaultText] = {
    "dask-missing": FaultText(
        "Läsning på ett kluster kräver tillägget Dask, som inte är installerat.",
        "Installera vardering[cluster], eller utelämna --scheduler.",
    ),
    "scheduler-unreachable": FaultText(
        "Klustret {address} svarar inte.", "Kontrollera adressen, eller utelämna --scheduler."
    ),
    "export-library-missing": FaultText(
        "Export av portföljen kräver pandas och pyarrow, som inte är installerade.",
        "Installera vardering[export].",
    ),
}
