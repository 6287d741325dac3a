"""The one module that knows the site engines: MkDocs, and ProperDocs, which continues it under another name."""

from __future__ import annotations

import logging
import os
import warnings
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click import ClickException

from macros import MACROS
from toolkit.languages.navigation import translate_navigation
from toolkit.pages.lists import Lists
from toolkit.pages.tables import TableNames
from toolkit.site.compose.brand import ADDRESS_PLACEHOLDER, LOCAL_PLACEHOLDER, NAME_PLACEHOLDER
from toolkit.site.compose.tree import compose, composed_docs
from toolkit.site.finish.pages import finish
from toolkit.site.folders import FOLDERS, PARTNERSHIPS
from toolkit.site.fragments.template_mistakes import template_mistakes
from toolkit.site.model import Site
from toolkit.site.read import read_site
from toolkit.site.render.engine_warnings import CONFIG, WarningCollector
from toolkit.sources.problems import Problem, Problems, ProblemsFound

if TYPE_CHECKING:  # at run time the engine is the one that was asked for
    from mkdocs.config.defaults import MkDocsConfig

# The theme's notice of its end is for us (docs/development/decisions/0001-site-engine.md), not for an editor.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
SITE_KEY = "toolkit_site"  # the key of `extra` under which a build hands over the site that it has read
LEAVE_UNFINISHED = "toolkit_unfinished"  # the same, that somebody else will finish the site
IS_COMPOSED = "toolkit_composed"  # the same, that somebody else has composed it
ENGINES = ("mkdocs", "properdocs")
# One lists its macros at each rebuild, the other each table that it leaves out of a font.
VERBOSE_LOGGERS = ("mkdocs.plugins.mkdocs_macros.util", "fontTools", "pikepdf")
WATCHED_PATHS = (*FOLDERS, PARTNERSHIPS, "resources.yml")


class BuildStopped(ClickException, SystemExit):
    """Ends a build with problems already in words: either engine prints them, without a traceback."""

    code = 1


class Events:
    """What happens at each event of a build; hooks.py hands the events over."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes whether the engine's own server builds: its live reload is an inline script."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Composes the site's tree and points the engine at it."""
        root = Path(config.config_file_path).parent
        try:
            site = config.extra.pop(SITE_KEY, None) or read_site(root, MACROS)
        except ProblemsFound as error:
            raise BuildStopped(str(error)) from error
        self.site = configure_engine(site, config)
        os.environ["SOURCE_DATE_EPOCH"] = str(self.site.epoch)
        config.docs_dir = str(composed_docs(root, self.site.slug))
        config.extra["serving"] = self.serving
        config.markdown_extensions += [Lists(), TableNames()]  # type: ignore[list-item]  # the parser takes either
        if not config.extra.pop(IS_COMPOSED, False):
            compose(self.site, Path(config.docs_dir))
        return config

    def on_env(self, env: Any, config: MkDocsConfig, files: Any) -> Any:
        """Gives the frame its words, and names the pages that are taken over as they were rendered."""
        assert self.site is not None
        env.globals["t"] = self.site.language.translate_html
        for file in files.documentation_pages():
            if file.page is not None and not file.page.meta:
                file.page.meta = {"title": self.site.title_at(file.src_uri)}
        return env

    def on_files(self, files: Any, config: MkDocsConfig) -> Any:
        """Leaves out the theme's own files: what pages need of them is in the site's sheet."""
        docs = Path(config.docs_dir).resolve()
        for file in list(files):
            if file.abs_src_path and not Path(file.abs_src_path).resolve().is_relative_to(docs):
                files.remove(file)
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Completes and checks the built pages."""
        assert self.site is not None
        if config.extra.get(LEAVE_UNFINISHED):
            return
        try:
            finish(self.site, Path(config.site_dir))
        except ProblemsFound as error:
            raise BuildStopped(str(error)) from error

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Watches the sources instead of the composed tree, which changes whenever they do."""
        root = Path(config.config_file_path).parent
        server.unwatch(config.docs_dir)
        for name in WATCHED_PATHS:
            if (root / name).exists():
                server.watch(str(root / name))
        return server


def configure_engine(site: Site, config: MkDocsConfig) -> Site:
    """Gives the engine placeholders for what a copy is called, and the pages that it adds; returns the named site."""
    if site.copy is None:
        site = replace(site, address=config.site_url or "")
    config.site_name, config.site_url = NAME_PLACEHOLDER, ADDRESS_PLACEHOLDER
    config.site_description = site.language.translate("site.description")
    config.theme["language"] = site.language.code
    config.nav = translate_navigation(config.nav, site.language)
    config.extra["local_section"] = LOCAL_PLACEHOLDER
    if site.local_pages and config.nav is not None:
        config.nav = [*config.nav, {LOCAL_PLACEHOLDER: [page.path for page in site.local_pages]}]
    return site


def render_site(site: Site, out: Path, engine: str = "mkdocs") -> None:
    """Renders a site that is composed already, without finishing it: only the pages that `out` does not hold yet.

    Any warning of the engine is a problem. Raises ProblemsFound.
    """
    collector = WarningCollector()
    logger = logging.getLogger(engine)
    logger.addHandler(collector)
    problems = Problems()
    if engine == "properdocs":
        import_module("properdocs.replacement")  # hands ProperDocs to the theme and plugins that ask for MkDocs
    try:
        config = import_module(f"{engine}.config").load_config(str(site.root / CONFIG), site_dir=str(out))
        config.extra |= {SITE_KEY: site, LEAVE_UNFINISHED: True, IS_COMPOSED: True}
        config.strict = False  # its warnings are collected here
        with template_mistakes(site.root):
            import_module(f"{engine}.commands.build").build(config, dirty=True)
    except ClickException as error:
        problems.entries += _problems_of(error)
    finally:
        logger.removeHandler(collector)
    problems.entries += collector.problems
    problems.stop_if_any()


def serve_site(root: Path, address: str) -> bool:
    """Serves the site with live reload until interrupted; a mistake made meanwhile is shown until it is mended."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for name in VERBOSE_LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    warnings.simplefilter("ignore", DeprecationWarning)
    problems = Problems()
    try:
        serve = import_module("mkdocs.commands.serve").serve
        serve(str(root / CONFIG), dev_addr=address, open_in_browser=False)
    except ClickException as error:
        problems.entries += _problems_of(error)
    except OSError as error:
        problems.add(address, 0, f"cannot be served on ({error.strerror}). Try another port: --port 8001")
    problems.stop_if_any()
    return True


def _problems_of(error: ClickException) -> list[Problem]:
    """The problems behind an error of the engine; its own words where there are none."""
    cause = error.__cause__
    return cause.problems if isinstance(cause, ProblemsFound) else [Problem(CONFIG, 0, str(error))]
