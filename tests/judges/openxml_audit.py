"""The second judge of the file format: the Python package openxml-audit."""

from pathlib import Path

from openxml_audit.errors import FileFormat
from openxml_audit.validator import OpenXmlValidator


def audit_errors(path: Path) -> list[str]:
    """Every objection to a file, one sentence each; an empty list is a valid file."""
    result = OpenXmlValidator(FileFormat.OFFICE_2016).validate(str(path))
    return [str(error) for error in result.errors]
