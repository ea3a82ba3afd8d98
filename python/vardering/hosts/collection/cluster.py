"""The same reading on a Dask cluster, for a national collection on a file store that every worker reaches."""

from collections.abc import Iterable, Iterator
from typing import Any

from vardering.base.faults import CallError
from vardering.hosts.collection.file_reading import ReadingTask, read_file
from vardering.hosts.collection.worker_pool import stopped_reading
from vardering.model.case_digest import FileReading
from vardering.texts import portfolio_texts


def read_on_cluster(tasks: Iterable[ReadingTask], address: str) -> Iterator[FileReading]:
    """Every file's reading as it is done. A file that kills its worker twice is broken and says so.

    Raises ``CallError`` "dask-missing" without the optional extra, "scheduler-unreachable".
    """
    try:
        from dask.distributed import Client, as_completed  # noqa: PLC0415 – an optional extra
    except ImportError as missing:
        raise CallError("dask-missing") from missing
    # It says of few of its functions what they take and give.
    connect: Any = Client
    as_they_come: Any = as_completed
    try:
        client = connect(address, timeout=10)
    except (OSError, ValueError) as refusal:
        raise CallError("scheduler-unreachable", address=address) from refusal
    with client:
        futures = {client.submit(read_file, task, pure=False, retries=1): task for task in tasks}
        for future in as_they_come(futures):
            if future.status == "finished":
                yield future.result()
            else:
                yield stopped_reading(futures[future], portfolio_texts.READER_STOPPED)
            future.release()
