"""Writes the golden texts again: ``uv run python tests/golden/regenerate.py``. Read the difference first."""

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """Write every run's text, and remove those of runs that are gone."""
    sys.path.insert(0, str(FOLDER.parent))
    from golden.runs import texts

    made = texts()
    for path in FOLDER.glob("*.txt"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
        print(FOLDER / name)


if __name__ == "__main__":
    main()
