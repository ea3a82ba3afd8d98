"""The case: everything a workbook says about one change. The one truth that is calculated from."""

import hashlib
import json
from typing import Any

from vardering.model.assessment import (
    STANDARD_AREA_WEIGHTS,
    STANDARD_CRITERION_WEIGHTS,
    AreaWeight,
    CriterionScore,
    CriterionWeight,
)
from vardering.model.assumptions import (
    Assumptions,
    CorrelationGroup,
    OwnProfile,
    PersonnelCategory,
    PriceGroup,
    RateBand,
    Settings,
    SimulationSettings,
)
from vardering.model.change import Alternative, AssessmentScore, Change, Role
from vardering.model.gates import STANDARD_GATES, OwnGate, stage_of
from vardering.model.record import Field, Record
from vardering.model.risk import Risk
from vardering.model.rows import (
    DevelopmentCost,
    Effect,
    RealisationDecision,
    ResourceRequirement,
    RetiredAsset,
    RunCost,
    TransitionCost,
)
from vardering.model.vocabulary import CaseForm, Stage


class Case(Record):
    """One change with its assumptions and rows; rows keep the order of the sheet."""

    case_id: str = Field(min_length=1)
    form: CaseForm = CaseForm.FULL
    change: Change
    alternatives: tuple[Alternative, ...] = ()
    roles: tuple[Role, ...] = ()
    gates: tuple[OwnGate, ...] = STANDARD_GATES
    settings: Settings = Settings()
    simulation: SimulationSettings = SimulationSettings()
    assumptions: Assumptions
    rate_bands: tuple[RateBand, ...] = ()
    categories: tuple[PersonnelCategory, ...] = ()
    price_groups: tuple[PriceGroup, ...] = ()
    profiles: tuple[OwnProfile, ...] = ()
    correlation_groups: tuple[CorrelationGroup, ...] = ()
    development: tuple[DevelopmentCost, ...] = ()
    resources: tuple[ResourceRequirement, ...] = ()
    transition: tuple[TransitionCost, ...] = ()
    running: tuple[RunCost, ...] = ()
    effects: tuple[Effect, ...] = ()
    decisions: tuple[RealisationDecision, ...] = ()
    retired_assets: tuple[RetiredAsset, ...] = ()
    risks: tuple[Risk, ...] = ()
    assessment: tuple[AssessmentScore, ...] = ()
    criteria: tuple[CriterionScore, ...] = ()
    area_weights: tuple[AreaWeight, ...] = STANDARD_AREA_WEIGHTS
    criterion_weights: tuple[CriterionWeight, ...] = STANDARD_CRITERION_WEIGHTS

    @property
    def stage(self) -> Stage:
        """What the gate ahead decides on; the first stage where the gate is none of the case's."""
        return stage_of(self.gates, self.change.gate) or Stage.IDEA


def fingerprint(case: Case) -> str:
    """Fingerprint of what is calculated from: 16 hexadecimal digits of SHA-256.

    Independent of the order of rows, so sorting a table does not change it. Rows are compared by their whole
    canonical JSON, keys sorted.
    """
    content: dict[str, Any] = case.model_dump()
    encode = json.JSONEncoder(sort_keys=True).encode
    for key, value in content.items():
        if isinstance(value, list):
            content[key] = sorted(value, key=encode)
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
