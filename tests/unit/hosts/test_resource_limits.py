"""A command has a ceiling on memory of its own; one that is set lower stays."""

import subprocess
import sys

import pytest

from vardering.hosts.resource_limits import MOST_MEMORY_BYTES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limits")

LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_DATA, ({before}, resource.RLIM_INFINITY))
from vardering.hosts.resource_limits import limit_resources
limit_resources()
print(resource.getrlimit(resource.RLIMIT_DATA)[0])
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [("resource.RLIM_INFINITY", MOST_MEMORY_BYTES), ("4_000_000_000", MOST_MEMORY_BYTES), ("900_000_000", 900_000_000)],
)
def test_memory_is_capped_and_a_lower_cap_is_kept(before: str, after: int) -> None:
    code = LIMITED.format(before=before)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert int(done.stdout) == after
