"""Export: the whole case as JSON, and the results as JSON with the engine's field names."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum

from vardering.base.faults import CallError
from vardering.commands.request import Outcome
from vardering.model.case import Case
from vardering.model.gate_status import GateStatus
from vardering.model.realisation import NOTHING_PLANNED, ExportedCase, Realisation, exported
from vardering.model.results import AlternativeResult, Results, Undefined, ViewResult
from vardering.workbook.presenting.findings import Finding

JsonValue = object


def case_json(case: Case, realisation: Realisation = NOTHING_PLANNED) -> str:
    """The case as JSON that ``new --from`` reads back without loss, with its realisation where there is any."""
    if realisation == NOTHING_PLANNED:
        return case.model_dump_json(indent=2)
    return exported(case, realisation).model_dump_json(indent=2)


def without_people(case: Case) -> Case:
    """The case without names, mail addresses and assessment, for sharing outside: roles keep their unit only."""
    return case.model_copy(
        update={
            "change": case.change.model_copy(update={"owner": ""}),
            "roles": tuple(role.model_copy(update={"name": "", "mail": ""}) for role in case.roles),
            "transition": tuple(row.model_copy(update={"owner": ""}) for row in case.transition),
            "effects": tuple(effect.model_copy(update={"owner": ""}) for effect in case.effects),
            "decisions": tuple(decision.model_copy(update={"responsible": ""}) for decision in case.decisions),
            "assessment": (),
            "criteria": (),
            "risks": tuple(risk.model_copy(update={"owner": ""}) for risk in case.risks),
        }
    )


def case_from_json(text: str, name: str) -> Case:
    """The case in a JSON text. Raises ``CallError`` "case-file-invalid" with the first problem."""
    return exported_from_json(text, name).case


def exported_from_json(text: str, name: str) -> ExportedCase:
    """The case in a JSON text with its realisation. Raises ``CallError`` "case-file-invalid" with the first problem."""
    from pydantic import ValidationError

    try:
        return ExportedCase.model_validate_json(text)
    except ValidationError as refusal:
        problem = refusal.errors()[0]
        place = ".".join(str(part) for part in problem["loc"]) or "filen"
        raise CallError("case-file-invalid", path=name, reason=f"{place}: {problem['msg']}") from refusal


def schema_json() -> str:
    """JSON Schema of an exported case."""
    return json.dumps(ExportedCase.model_json_schema(), ensure_ascii=False, indent=2)


def plain(value: object) -> JsonValue:
    """A result value as JSON: dataclasses as objects, undefined figures as null with their reason beside."""
    if is_dataclass(value) and not isinstance(value, type):
        content: dict[str, JsonValue] = {}
        for field in fields(value):
            _add(content, field.name, getattr(value, field.name))
        return content
    if isinstance(value, Mapping):
        content = {}
        for key, entry in value.items():
            _add(content, str(key), entry)
        return content
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return str(value) if isinstance(value, StrEnum) else value


def _add(content: dict[str, JsonValue], name: str, value: object) -> None:
    if isinstance(value, Undefined):
        content[name] = None
        content[f"{name}_reason"] = value.reason
    else:
        content[name] = plain(value)


def results_json(outcome: Outcome) -> str:
    """What a run gave, as JSON: case, views of the main alternative, alternatives, assessment, risks and findings.

    Without results (errors stopped the run) ``views`` and ``alternatives`` are empty, the other two null.
    """
    results = outcome.results
    content: dict[str, JsonValue] = {
        "case": outcome.case.model_dump() if outcome.case is not None else None,
        "views": _views(results.main, results) if results is not None else {},
        "alternatives": _alternatives(results) if results is not None else {},
        "assessment": plain(results.assessment) if results is not None else None,
        "risks": plain(results.risks) if results is not None else None,
        "findings": [_finding(finding) for finding in outcome.findings],
        "fingerprint": outcome.fingerprint or None,
    }
    if outcome.simulation is not None:
        content["simulation"] = plain(outcome.simulation)
    if outcome.gate is not None:
        content["gate"] = _gate(outcome.gate)
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def _gate(status: GateStatus) -> dict[str, JsonValue]:
    """What a gate requires: each requirement with everything it lacks and where."""
    return {
        "name": status.gate,
        "requirements": [
            {
                "code": requirement.code,
                "requirement": requirement.sentence,
                "is_met": requirement.is_met,
                "lacks": [
                    {
                        "what": lack.what,
                        "sheet": lack.where.sheet if lack.where is not None else None,
                        "cell": lack.where.a1 if lack.where is not None else None,
                    }
                    for lack in requirement.lacks
                ],
            }
            for requirement in status.requirements
        ],
    }


def _alternatives(results: Results) -> dict[str, JsonValue]:
    """Every alternative with its rank from 1, and what it adds to the one it is compared with (None for none)."""
    steps = {step.alternative: plain(step) for step in results.increments}
    return {
        name: {
            "is_main": name == results.main_alternative,
            "rank": results.ranking.index(name) + 1,
            "increment": steps.get(name),
            **{key: value for key, value in _object(result).items() if key != "views"},
            "views": _views(result, results),
        }
        for name, result in results.alternatives.items()
    }


def _views(result: AlternativeResult, results: Results) -> dict[str, JsonValue]:
    return {str(view): _view(content, results) for view, content in result.views.items()}


def _view(view: ViewResult, results: Results) -> dict[str, JsonValue]:
    """A view's key figures, and its yearly figures with the calendar years and discount factors they stand for."""
    content: dict[str, JsonValue] = {"years": list(results.years), "discount_factors": list(results.discount_factors)}
    content.update(_object(view.figures))
    content.update({name: value for name, value in _object(view).items() if name not in ("view", "figures")})
    return content


def _object(value: object) -> dict[str, JsonValue]:
    content = plain(value)
    if not isinstance(content, dict):
        raise TypeError(type(value).__name__)
    return content


def _finding(finding: Finding) -> dict[str, JsonValue]:
    where = finding.where
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "sheet": where.sheet if where is not None else None,
        "cell": where.a1 if where is not None else None,
        "what": finding.what,
        "remedy": finding.remedy,
    }
