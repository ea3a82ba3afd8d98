"""``python -m vardering.hosts.web``: the same as the command ``vardering-server``."""

from vardering.hosts.web.main import start

if __name__ == "__main__":
    start()
