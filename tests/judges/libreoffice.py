"""LibreOffice Calc as a judge: opens a workbook, calculates it, edits it, and says what its cells show."""

import json
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

INSTALL = "apt-get install --no-install-recommends libreoffice-calc python3-uno"
BRIDGE = Path(__file__).with_name("uno_bridge.py")
ANSWER_SECONDS = 120.0
END_SECONDS = 15.0
XLSX, PDF = "Calc MS Excel 2007 XML", "calc_pdf_Export"


class LibreOfficeError(Exception):
    """LibreOffice refused, broke down or did not answer in time."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as LibreOffice has it. ``kind`` is empty, number, text or error; ``text`` is what is shown."""

    kind: str
    value: float | str | None
    text: str
    formula: str


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A formula that gives an error."""

    sheet: str
    cell: str
    text: str
    formula: str


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A workbook open in LibreOffice, calculated. Edits are never saved into the file it came from."""

    office: "LibreOffice"
    number: int

    def sheets(self) -> list[str]:
        """Names of the sheets in order."""
        return [str(name) for name in self._ask("sheets")]

    def set(self, sheet: str, cell: str, value: float | str | None) -> None:
        """Type a value into a cell; text stays text, None empties. Raises ``LibreOfficeError`` for a locked cell."""
        self._ask("set", sheet=sheet, cell=cell, value=value)

    def calculate(self) -> None:
        """Calculate every formula anew."""
        self._ask("calculate")

    def cells(self, sheet: str, area: str) -> list[list[ShownCell]]:
        """The cells of an area such as ``B2:D9``, row by row."""
        return [[ShownCell(**cell) for cell in row] for row in self._ask("read", sheet=sheet, area=area)]

    def cell(self, sheet: str, address: str) -> ShownCell:
        """One cell."""
        return self.cells(sheet, f"{address}:{address}")[0][0]

    def value(self, sheet: str, address: str) -> float | str | None:
        """What one cell holds: a number, a text, the text of an error, or None."""
        return self.cell(sheet, address).value

    def errors(self) -> list[ErrorCell]:
        """Every error cell of every sheet."""
        return [ErrorCell(**found) for found in self._ask("errors")]

    def formula_count(self) -> int:
        """How many formulas the workbook holds."""
        return int(self._ask("formula_count"))

    def rename_sheet(self, sheet: str, name: str) -> None:
        """Give a sheet another name."""
        self._ask("rename_sheet", sheet=sheet, name=name)

    def move_sheet(self, sheet: str, position: int) -> None:
        """Move a sheet in front of the one at a position from 0."""
        self._ask("move_sheet", sheet=sheet, position=position)

    def add_sheet(self, name: str, position: int) -> None:
        """Insert an empty sheet at a position from 0."""
        self._ask("add_sheet", name=name, position=position)

    def insert_rows(self, sheet: str, row: int, count: int = 1) -> None:
        """Insert rows in front of a row counted from 1."""
        self._ask("insert_rows", sheet=sheet, row=row, count=count)

    def insert_columns(self, sheet: str, column: int, count: int = 1) -> None:
        """Insert columns in front of a column counted from 1."""
        self._ask("insert_columns", sheet=sheet, column=column, count=count)

    def sort(self, sheet: str, area: str, column: int, *, descending: bool = False) -> None:
        """Sort the rows of an area without headings by one of its columns, counted from 0."""
        self._ask("sort", sheet=sheet, area=area, column=column, descending=descending)

    def run_macro(self, procedure: str) -> object:
        """Run ``Module.Procedure`` without arguments; gives what a function gives."""
        return self._ask("run_macro", procedure=procedure)

    def save_xlsx(self, target: Path) -> None:
        """Store a copy as LibreOffice writes xlsx: material for tests, never a deliverable."""
        self._ask("save", path=str(target), filter_name=XLSX)

    def save_pdf(self, target: Path) -> None:
        """Print to a PDF file."""
        self._ask("save", path=str(target), filter_name=PDF)

    def _ask(self, action: str, **arguments: object) -> Any:
        return self.office.ask(action, book=self.number, **arguments)


class LibreOffice:
    """One LibreOffice process for many files. End it with ``close``."""

    def __init__(self) -> None:
        python, program = interpreter(), shutil.which("soffice")
        if python is None or program is None:
            raise LibreOfficeError(INSTALL)
        self._folder = Path(tempfile.mkdtemp(prefix="libreoffice-"))
        self._process = subprocess.Popen(
            [python, str(BRIDGE), program, str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._answers: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._collect, args=(self._process.stdout,), daemon=True)
        self._reader.start()
        self._receive("start")

    @contextmanager
    def open(self, path: Path, *, with_macros: bool = False) -> Iterator[OpenedBook]:
        """A workbook for as long as the block lasts: calculated, or with its VBA ready to run."""
        number = self.ask("open_with_macros" if with_macros else "open", path=str(path.resolve()))
        try:
            yield OpenedBook(self, number)
        finally:
            with suppress(LibreOfficeError):
                self.ask("close", book=number)

    def ask(self, action: str, **arguments: object) -> Any:
        """One request to the bridge. Raises ``LibreOfficeError`` on refusal, break-down and silence."""
        pipe = self._process.stdin
        if pipe is None or pipe.closed or self._process.poll() is not None:
            raise LibreOfficeError(f"{action}: LibreOffice har slutat")
        pipe.write(json.dumps({"do": action, **arguments}) + "\n")
        pipe.flush()
        return self._receive(action)

    def close(self) -> None:
        """End the bridge, which ends its LibreOffice; nothing else is touched."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(END_SECONDS)
        if self._process.stdout is not None:
            self._process.stdout.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _collect(self, stream: IO[str] | None) -> None:
        for line in stream or ():
            self._answers.put(line)
        self._answers.put("")

    def _receive(self, action: str) -> Any:
        try:
            line = self._answers.get(timeout=ANSWER_SECONDS)
        except queue.Empty:
            self.close()
            raise LibreOfficeError(f"{action}: inget svar inom {ANSWER_SECONDS:g} s") from None
        if not line:
            raise LibreOfficeError(f"{action}: LibreOffice slutade oväntat")
        answer = json.loads(line)
        if "error" in answer:
            raise LibreOfficeError(answer["error"])
        return answer.get("ok")


def interpreter() -> str | None:
    """The Python that has LibreOffice's bridge, None where there is none."""
    for candidate in ("/usr/bin/python3", shutil.which("python3")):
        if candidate and Path(candidate).exists():
            found = subprocess.run([candidate, "-c", "import uno"], capture_output=True, check=False)
            if found.returncode == 0:
                return candidate
    return None


def convert(source: Path, kind: str, folder: Path) -> bytes:
    """A document as LibreOffice writes it in another form ("pdf", "txt:Text"), by a process of its own that ends.

    Raises ``LibreOfficeError`` where nothing came out.
    """
    program = shutil.which("soffice")
    if program is None:
        raise LibreOfficeError(INSTALL)
    target = folder / f"{source.stem}.{kind.partition(':')[0]}"
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        subprocess.run(
            [program, own, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)],
            capture_output=True,
            check=False,
            timeout=ANSWER_SECONDS,
        )
    if not target.exists():
        raise LibreOfficeError(f"{kind}: inget kom ut")
    return target.read_bytes()


def is_installed() -> bool:
    """Whether this machine has LibreOffice Calc and its bridge."""
    return shutil.which("soffice") is not None and interpreter() is not None
