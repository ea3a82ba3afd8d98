"""A diagnosis as lines for people and as JSON for IT's tools."""

import json

from vardering.installation.checks import Check, State
from vardering.texts.diagnosis_texts import (
    ALL_FINE,
    DIAGNOSES,
    ELSEWHERE,
    HEADING,
    NOT_HERE,
    PROBLEMS,
    REMEDY,
    STATE_WORDS,
)


def report_lines(checks: tuple[Check, ...], version: str) -> list[str]:
    """One line for each check, with what to do below what is wrong, and how many problems there are."""
    width = max(len(word) for word in STATE_WORDS.values())
    lines = [HEADING.format(version=version)]
    for check in [check for check in checks if check.state is not State.NOT_HERE]:
        lines.append(f"{STATE_WORDS[check.state]:{width}}  {title(check)}: {finding(check)}.")
        if remedy(check):
            lines.append(f"{'':{width}}  {REMEDY.format(remedy=remedy(check))}")
    elsewhere = [title(check) for check in checks if check.state is State.NOT_HERE]
    if elsewhere:
        lines.append(ELSEWHERE.format(names=", ".join(elsewhere)))
    problems = sum(check.state is State.PROBLEM for check in checks)
    return [*lines, PROBLEMS.format(count=problems, all=len(checks)) if problems else ALL_FINE]


def report_json(checks: tuple[Check, ...], version: str) -> str:
    """The same as JSON: ``checks`` with subject, state, verdict, what was found and the remedy."""
    rows = [
        {
            "subject": check.subject,
            "state": check.state.value,
            "verdict": check.verdict,
            "found": finding(check),
            "remedy": remedy(check),
        }
        for check in checks
    ]
    return json.dumps({"version": version, "checks": rows}, ensure_ascii=False, indent=2)


def title(check: Check) -> str:
    """What was looked at, in Swedish."""
    return DIAGNOSES[check.subject].title


def finding(check: Check) -> str:
    """What was found, in Swedish."""
    if check.state is State.NOT_HERE:
        return NOT_HERE
    return DIAGNOSES[check.subject].verdicts[check.verdict].format(**check.arguments)


def remedy(check: Check) -> str:
    """What to do about it, in Swedish; empty where there is nothing to do."""
    return DIAGNOSES[check.subject].remedies.get(check.verdict, "").format(**check.arguments)
