"""What a portfolio keeps of each case: the figures on the portfolio's own terms, and what it was read from.

Small and plain, so that many are kept, sent between processes and stored as JSON.
"""

from datetime import date

from vardering.model.portfolio_words import FileVerdict
from vardering.model.record import Record
from vardering.model.vocabulary import CaseForm, Kind, View


class ViewDigest(Record):
    """One view of a case: sums at the start of the portfolio's first year, and kr in fixed prices by calendar year.

    ``one_off_costs`` are development and transition, a part of ``costs``. Figures by year begin in the case's start
    year.
    """

    view: View
    npv: float
    pv_costs: float
    net_benefit_per_krona: float | None = None
    benefits: tuple[float, ...] = ()
    costs: tuple[float, ...] = ()
    one_off_costs: tuple[float, ...] = ()


class ResourceDigest(Record):
    """Hours of a role in a calendar year, over all units: needed, and what the case counts as available."""

    role: str
    year: int
    needed_hours: float
    available_hours: float


class EffectDigest(Record):
    """An effect of the main alternative: what it is worth when it is full, and what its plan says.

    ``planned_kr`` is of all years: as promised where the effect is followed up, as the case says now otherwise.
    ``realised_kr``, ``forecast_kr`` and ``follow_up_status`` are what the follow-up says, null where there is none.
    """

    effect_id: str
    name: str = ""
    kind: Kind = Kind.FINANCIAL
    owner: str = ""
    is_accepted: bool = False
    measure: str = ""
    first_year: int | None = None
    yearly_value_kr: float | None = None
    yearly_hours: float | None = None
    planned_kr: float | None = None
    first_measurement: date | None = None
    realised_kr: float | None = None
    forecast_kr: float | None = None
    follow_up_status: str = ""


class CaseDigest(Record):
    """One case on the terms of a portfolio.

    ``obstacle`` says in words why the figures cannot be compared, empty where they can. ``terms_note`` says what of
    the case's own terms was changed. Scores are 1–5, null where nobody has scored. ``followed_up_on`` is the day that
    what its effects have come to is as of; null where nothing was measured.
    """

    case_id: str
    name: str
    unit: str = ""
    gate: str = ""
    form: CaseForm = CaseForm.FULL
    start_year: int
    horizon_years: int
    price_level_year: int
    fingerprint: str
    calculated_at: str = ""
    calculated_by_version: str = ""
    obstacle: str = ""
    terms_note: str = ""
    index: float | None = None
    index_without_net_value: float | None = None
    coverage: float = 0.0
    priority_class: str = ""
    benefit_score: float | None = None
    ability_score: float | None = None
    views: tuple[ViewDigest, ...] = ()
    resources: tuple[ResourceDigest, ...] = ()
    effects: tuple[EffectDigest, ...] = ()
    followed_up_on: date | None = None

    def view(self, name: View) -> ViewDigest:
        """The figures of a view."""
        return next(view for view in self.views if view.view is name)


class FileReading(Record):
    """A file that a portfolio was given, and what became of it. ``reason`` is in words, empty where there is none.

    ``file`` is its path as people know it, ``content_hash`` the SHA-256 of its bytes, ``modified`` when it was saved
    (ISO). The digest is there where a case could be calculated.
    """

    file: str
    content_hash: str = ""
    modified: str = ""
    verdict: FileVerdict
    reason: str = ""
    digest: CaseDigest | None = None
