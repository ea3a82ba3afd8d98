"""The machine an installation is made on, handed in by the host."""

from collections.abc import Mapping
from pathlib import Path

from vardering.base.faults import InstallationError
from vardering.base.light_dataclasses import dataclass, field
from vardering.installation.layout import Place
from vardering.installation.registry import Registry


@dataclass(frozen=True, slots=True)
class Machine:
    """The user's registry and folder on Windows; both None elsewhere. ``running`` is the Python that runs now."""

    registry: Registry | None
    local_folder: Path | None
    running: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """The product's folder. Raises ``InstallationError`` "windows-only"."""
        if self.local_folder is None:
            raise InstallationError("windows-only")
        return Place(self.local_folder / "Vardering")

    @property
    def windows_registry(self) -> Registry:
        """The registry. Raises ``InstallationError`` "windows-only"."""
        if self.registry is None:
            raise InstallationError("windows-only")
        return self.registry
