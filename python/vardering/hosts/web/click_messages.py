"""What the task pane sends of a click, and what it gets back: checked at the border, plain values inside."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vardering.base.cells import Position
from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.texts import web_texts as words

MOST_FILES = 2_000
LONGEST_TEXT = 10_000

Json = Mapping[str, Any]


class GivenFile(BaseModel):
    """A file that a person picked: its name, and its bytes as base64."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str = Field(min_length=1, max_length=500)
    content: str

    def content_bytes(self) -> bytes:
        """The file itself. Raises ``CallError`` "click-invalid"."""
        try:
            return base64.b64decode(self.content, validate=True)
        except (binascii.Error, ValueError) as damage:
            raise CallError("click-invalid", reason=words.DAMAGED_FILE) from damage


class Click(BaseModel):
    """A click in the pane. ``book`` is what the open workbook holds (``books/office_js``), null where none is open.

    ``answers`` and ``files`` are what has been answered so far, by question. ``undo`` and ``after`` are what the pane
    kept of the latest run that wrote: what takes it back, and what the workbook held when it was done.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    book: dict[str, Any] | None = None
    answers: dict[str, str] = Field(default_factory=dict, max_length=50)
    files: dict[str, list[GivenFile]] = Field(default_factory=dict, max_length=50)
    undo: dict[str, Any] | None = None
    after: dict[str, Any] | None = None

    def text(self, question: str) -> str | None:
        """The answer to a question, None where it has none yet. Raises ``CallError`` "click-invalid"."""
        answer = self.answers.get(question)
        if answer is not None and len(answer) > LONGEST_TEXT:
            raise CallError("click-invalid", reason=words.LONG_ANSWER)
        return answer


def click_of(content: bytes) -> Click:
    """The click in the body of a request. Raises ``CallError`` "click-invalid"."""
    try:
        click = Click.model_validate_json(content)
    except ValidationError as error:
        raise CallError("click-invalid", reason=words.OTHER_VERSION) from error
    if sum(len(files) for files in click.files.values()) > MOST_FILES:
        raise CallError("click-invalid", reason=words.MANY_FILES.format(most=MOST_FILES))
    return click


@dataclass(frozen=True, slots=True)
class Question:
    """What a button needs to know before it can go on. ``asks`` is "text", "file" or "files"."""

    id: str
    asks: str
    question: str
    suggestion: str = ""
    ending: str = ""

    def as_json(self) -> Json:
        """As the pane reads it."""
        return {
            "kind": "question",
            "id": self.id,
            "asks": self.asks,
            "question": self.question,
            "suggestion": self.suggestion,
            "ending": self.ending,
        }


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that a button made. One that ``opens`` is shown to the person as a workbook of its own."""

    name: str
    content: bytes
    opens: bool

    def as_json(self) -> Json:
        """As the pane reads it."""
        return {"name": self.name, "content": base64.b64encode(self.content).decode("ascii"), "opens": self.opens}


@dataclass(frozen=True, slots=True)
class PaneAnswer:
    """What a click ended with. ``orders`` are carried out in the open workbook, ``undo`` takes them back.

    ``show`` is a page to open, by its address on this server.
    """

    text: str
    tone: str
    where: Position | None = None
    orders: Json | None = None
    undo: Json | None = None
    files: tuple[MadeFile, ...] = ()
    show: str | None = None

    def as_json(self) -> Json:
        """As the pane reads it."""
        where = None if self.where is None else {"sheet": self.where.sheet, "address": self.where.a1}
        return {
            "kind": "answer",
            "text": self.text,
            "tone": self.tone,
            "where": where,
            "orders": self.orders,
            "undo": self.undo,
            "files": [file.as_json() for file in self.files],
            "show": self.show,
        }
