"""The commands of the handbook: open it, and build its pages from their sources."""

import tempfile
from argparse import Namespace
from pathlib import Path

from vardering.base.faults import CallError
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.exit_codes import FINE
from vardering.hosts.cli.files import write_new
from vardering.hosts.settings import handbook_path

TEMPLATES = Path("workbook_templates")


def run_handbook(options: Namespace) -> int:
    """Show the handbook in the browser, and say where it is for machines that have none."""
    import webbrowser

    from vardering.texts.fault_texts import FAULT_TEXTS

    path = handbook_path()
    if not path.is_file():
        raise CallError("file-missing", path=str(path))
    if options.finding and options.finding not in FAULT_TEXTS:
        raise CallError("finding-unknown", finding=options.finding)
    address = path.as_uri() + (f"#fel-{options.finding}" if options.finding else "")
    print(address)
    webbrowser.open(address)
    return FINE


def run_build_handbook(options: Namespace) -> int:
    """Build the pages, and where asked for the pictures before them and the PDF after them."""
    from vardering.handbook.document import build_handbook

    folder = Path(options.folder or "addin/handbok")
    if options.pictures:
        _make_pictures(folder)
    pages = build_handbook(folder).pages
    for name, text in pages.items():
        _write(text.encode(), folder / name)
    if options.pdf:
        from vardering.handbook.printing import printed

        for name in pages:
            _write(printed(folder / name), (folder / name).with_suffix(".pdf"))
    return FINE


def _make_pictures(folder: Path) -> None:
    from vardering.handbook.picture_building import build_pictures
    from vardering.handbook.pictures import PICTURE_FOLDER, REGISTER, register_text

    made = {}
    (folder / PICTURE_FOLDER).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vardering-portfolj-") as room:
        filled = _filled_portfolio(Path(room))
        for name, one, content in build_pictures(folder, TEMPLATES, filled):
            _write(content, folder / PICTURE_FOLDER / f"{name}.png")
            made[name] = one
    _write(register_text(made).encode(), folder / PICTURE_FOLDER / REGISTER)


def _filled_portfolio(room: Path) -> dict[str, Path]:
    """A portfolio of the examples, to show instead of an empty one; none where there are no examples."""
    from vardering.hosts.cli.portfolio_runner import run_portfolio

    examples = sorted(str(path) for path in TEMPLATES.glob("exempel_*.xlsx"))
    if not examples:
        return {}
    target = room / "portfolj.xlsx"
    call = ["portfolio", *examples, "--output", str(target), "--user", "Exempelkommunen"]
    run_portfolio(build_parser("", call).parse_args(call))
    return {"portfolj": target}


def _write(content: bytes, target: Path) -> None:
    write_new(content, target, replace=True)
    print(target)
