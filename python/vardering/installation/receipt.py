"""The receipt of an installation: what was installed, and what is needed to take it away."""

import json
from collections.abc import Mapping
from pathlib import Path

from vardering.base.light_dataclasses import dataclass, field
from vardering.installation.excel_registration import Registration


@dataclass(frozen=True, slots=True)
class Receipt:
    """Version of the product and of Python; others' OPEN values before us; keys that were made."""

    version: str
    python: str
    opened_before: Mapping[str, str] = field(default_factory=dict)
    created_keys: tuple[str, ...] = ()

    @property
    def registration(self) -> Registration:
        """What the registration in Excel needs to be undone."""
        return Registration(self.opened_before, self.created_keys)


def write_receipt(path: Path, receipt: Receipt) -> None:
    """Write a receipt as JSON."""
    written = {
        "version": receipt.version,
        "python": receipt.python,
        "opened_before": dict(receipt.opened_before),
        "created_keys": receipt.created_keys,
    }
    path.write_text(json.dumps(written, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def read_receipt(path: Path) -> Receipt | None:
    """The receipt, or None where there is none that can be read."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return Receipt(
            str(read["version"]),
            str(read["python"]),
            {str(name): str(content) for name, content in read["opened_before"].items()},
            tuple(str(key) for key in read["created_keys"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
