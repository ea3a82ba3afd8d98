"""``python -m vardering.hosts.excel BUTTON``: what the ribbon's runner starts."""

from vardering.hosts.excel.main import start

if __name__ == "__main__":
    # Processes that read files for a portfolio import this module too.
    start()
