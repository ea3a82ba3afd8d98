"""``python -m vardering.hosts.excel BUTTON``: what the ribbon's runner starts."""

from vardering.hosts.excel.main import start

start()
