"""Defender's rule that stops Office from starting programs, which is how the add-in starts its calculation.

Rules of attack surface reduction are values named by their number: 0 off, 1 block, 2 log only, 6 warn. Group Policy,
a management service and a local setting each have a place of their own.
"""

from collections.abc import Iterator

from vardering.installation.checks import Check, fine, problem, remark
from vardering.installation.registry import Hive, Key, Registry, value_of

CHILD_PROCESSES = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""Block all Office applications from creating child processes."""

_GUARD = r"Windows Defender\Windows Defender Exploit Guard\ASR"
_GROUP_POLICY = Key(Hive.MACHINE, rf"Software\Policies\Microsoft\{_GUARD}")
_LOCAL = Key(Hive.MACHINE, rf"Software\Microsoft\{_GUARD}")
_MANAGED = Key(Hive.MACHINE, r"Software\Policies\Microsoft\Windows Defender\Policy Manager")
_BLOCKS, _LOGS, _WARNS = 1, 2, 6


def check_child_process(registry: Registry, program: str, *, started_by_excel: bool) -> Check:
    """Whether Excel may start ``program``. That it did, when a button runs this, is the surest sign."""
    subject = "child-process"
    if started_by_excel:
        return fine(subject, "started")
    action = max(_actions(registry), key=[0, _LOGS, _WARNS, _BLOCKS].index, default=0)
    if action == 0:
        return fine(subject, "no-rule")
    if any(_covers(excluded, program) for excluded in _exclusions(registry)):
        return fine(subject, "excluded")
    if action == _LOGS:
        return remark(subject, "audited")
    if action == _WARNS:
        return remark(subject, "warns", program=program)
    return problem(subject, "blocked", program=program, rule=CHILD_PROCESSES.upper())


def _actions(registry: Registry) -> Iterator[int]:
    """What each place that sets the rule says."""
    written = [value_of(registry, key.child("Rules"), CHILD_PROCESSES) for key in (_GROUP_POLICY, _LOCAL)]
    managed = str(value_of(registry, _MANAGED, "ASRRules") or "").casefold()
    pairs = dict(pair.split("=", 1) for pair in managed.replace("{", "").replace("}", "").split("|") if "=" in pair)
    for said in (*written, pairs.get(CHILD_PROCESSES)):
        text = str(said if said is not None else "")
        if text.isdecimal() and int(text) in (_BLOCKS, _LOGS, _WARNS):
            yield int(text)


def _exclusions(registry: Registry) -> Iterator[str]:
    for key in (_GROUP_POLICY, _LOCAL):
        yield from registry.values(key.child("ASROnlyExclusions"))
    yield from filter(None, str(value_of(registry, _MANAGED, "ASROnlyExclusions") or "").split("|"))


def _covers(excluded: str, program: str) -> bool:
    r"""Whether an exclusion, a file or a folder where ``*`` stands for one folder, holds the program."""
    wanted = [part for part in excluded.casefold().split("\\") if part]
    have = [part for part in program.casefold().split("\\") if part]
    return len(wanted) <= len(have) and all(one in ("*", other) for one, other in zip(wanted, have, strict=False))
