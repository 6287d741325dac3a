"""The files that a collation writes: each whole or not at all, and none the less for another that fails."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from toolkit.answers.answers import write_json
from toolkit.answers.file_names import make_stems, show_name
from toolkit.collation.plan import Plan
from toolkit.forms.definition import Form

Outputs = Iterator[tuple[str, Callable[[], bytes]]]


def answers_of(pairs: Sequence[tuple[Form, Plan]]) -> Outputs:
    """The answers of each file as a form's page saves them, by the end of the new file's name."""
    for stem, (form, plan) in zip(make_stems(plan.name for _, plan in pairs), pairs, strict=True):
        texts = {**plan.current.obsolete, **plan.current.texts}
        yield (
            f"-json/{stem}.json",
            lambda form=form, plan=plan, texts=texts: (  # type: ignore[misc]
                write_json(form, texts, "", plan.version, plan.current.ids, plan.current).encode()
            ),
        )


def write_outputs(name: Path, outputs: Outputs) -> bool:
    """Makes and writes each output, says where it is or why it is not, and gives whether all were written."""
    results = [_write(Path(f"{name}{ending}"), make) for ending, make in outputs]
    return all(results)


def _write(target: Path, make: Callable[[], bytes]) -> bool:
    try:
        _replace(target, make())
    except OSError as error:
        problem = f"cannot be written ({error.strerror or error}). Name another place with --out."
    except Exception as fault:  # noqa: BLE001 - the other outputs are kept
        problem = f"could not be made ({type(fault).__name__}). Collate fewer files at once."
    else:
        print(f"Written: {show_name(target)}")
        return True
    print(f"{show_name(target)}: {problem}", file=sys.stderr)
    return False


def _replace(target: Path, content: bytes) -> None:
    """Puts a whole file in its place: nobody finds half of it, and an older one stays until then."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    with tempfile.NamedTemporaryFile(prefix=".collated-", dir=target.parent, delete=False) as file:
        draft = Path(file.name)
        try:
            file.write(content)
            file.close()
            draft.chmod(0o666 & ~_umask())
            draft.replace(target)
        except BaseException:
            draft.unlink()
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
