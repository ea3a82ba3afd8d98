"""A workbook behind a task pane as a book: the same Snapshot, and orders in place of writing."""

from functools import cached_property
from typing import Any, Self

from vardering.base.faults import BookChangedError, BookUnreadableError
from vardering.books.office_js.held import Held, held_of
from vardering.books.office_js.orders import Orders
from vardering.books.office_js.reading import Content
from vardering.books.office_js.undo import refuse_changed, undo_content, undo_of
from vardering.books.office_js.writing import curves_of, orders_for
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot


class OfficeBook:
    """One workbook as the task pane read it. Nothing here reaches Excel: the task pane carries the orders out."""

    def __init__(self, held: Held) -> None:
        self._content = Content(held)

    @classmethod
    def of(cls, content: Any) -> Self:  # noqa: ANN401 – whatever JSON held
        """A book of what the task pane sent.

        Raises ``BookUnreadableError`` "pane-content-unreadable", "book-too-large", "sheet-too-large";
        ``BookForeignError`` "table-without-headings".
        """
        return cls(held_of(content))

    @property
    def name(self) -> str:
        """The workbook's name."""
        return self._content.held.name

    @cached_property
    def _snapshot(self) -> Snapshot:
        return self._content.snapshot()

    def snapshot(self) -> Snapshot:
        """Everything of ours. Raises ``BookUnreadableError`` "pane-content-unreadable", "sheet-too-large"."""
        return self._snapshot

    def orders(self, change_set: ChangeSet) -> Orders:
        """What makes all changes once it is carried out.

        Raises ``BookChangedError`` "book-changed", "sheet-gone", "table-gone", "name-gone"; ``BookProtectedError``
        "book-read-only", "sheet-password", "sheet-filtered", "content-in-the-way", "table-in-the-way",
        "table-has-totals"; ``BookNotWrittenError`` "date-before-calendar", "text-too-long".
        """
        if change_set.expects != self._content.fingerprint:
            raise BookChangedError("book-changed", file=self.name)
        return orders_for(change_set, curves_of(change_set), self._content)

    def undo(self, change_set: ChangeSet) -> dict[str, object]:
        """What takes the same change set back, for the task pane to keep; its orders must have been made."""
        return undo_content(change_set, self._content)

    def orders_to_take_back(self, kept: Any, after: Held | None) -> Orders:  # noqa: ANN401 – what the task pane kept
        """What takes a run back from this book. ``after`` is what was held when the run was done.

        None says that the run broke off: then nothing is known but what was there before, and that is put back.
        Raises ``BookChangedError`` "undo-changed" where the run's cells have changed since, ``BookUnreadableError``
        "pane-content-unreadable" where ``kept`` is no undo, and as ``orders``.
        """
        undo = undo_of(kept)
        try:
            if after is not None:
                refuse_changed(undo, Content(after), self._content)
            return orders_for(undo.change_set, undo.curves, self._content)
        except ValueError as error:
            raise BookUnreadableError("pane-content-unreadable") from error
