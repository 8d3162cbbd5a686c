"""A program that has its process to itself asks with a part of the model libraries, and asks the same."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASKS = """
import asyncio, sys
from conspectus.lazy_imports import have_the_process
from conspectus.prompts import load
from pydantic import BaseModel
from tests.support.scripted import ScriptedEndpoint, reply

class Town(BaseModel):
    name: str

if {ours}:
    have_the_process()

async def asked():
    endpoint = ScriptedEndpoint([reply({{"nom": "Besk"}}), reply({{"name": "Besk"}})])
    async with endpoint.model() as model:
        messages = load("summarise").render(metadata="none", sentences="S1: Besk is a town.")
        answer = await model.ask(messages, Town, max_output_tokens=50)
    return answer.value.name, endpoint.bodies

name, bodies = asyncio.run(asked())
types = sum(name.startswith("openai.types.") for name in sys.modules)
print(name, hash(str(bodies)), types < 150, *sorted({{"requests", "aiohttp", "jinja2"}} & set(sys.modules)))
"""


def _said(script: str) -> str:
    done = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": ":".join(["src", *filter(None, sys.path)]), "PYTHONHASHSEED": "0"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_same_is_asked_and_read_with_a_part_of_them() -> None:
    """A question and its re-ask go out as they do with all of the libraries."""
    alone, whole = _said(ASKS.format(ours=True)), _said(ASKS.format(ours=False))
    assert alone.split()[:2] == whole.split()[:2]
    assert alone.split()[2:] == ["True"]
    assert whole.split()[2:] == ["False", "aiohttp", "jinja2", "requests"]


def test_all_types_are_still_there() -> None:
    """Every name that openai hands on is the same class as where it is made."""
    packages = [import_module(f"openai.types{part}") for part in ("", ".chat", ".beta", ".responses")]
    names = {each.__name__: [name for name in vars(each) if name[0].isupper()] for each in packages}
    script = f"""
from importlib import import_module
from conspectus.lazy_imports import have_the_process
have_the_process()
from conspectus.llm.libraries import load_lightly
load_lightly()
from openai.lib.streaming import AssistantEventHandler
from openai.types.chat.chat_completion import ChatCompletion
names = {names!r}
found = [getattr(import_module(each), name) for each in names for name in names[each]]
print(len(found), ChatCompletion in found, isinstance(AssistantEventHandler, type))
"""
    assert _said(script) == f"{sum(map(len, names.values()))} True True"


def test_a_release_that_needs_them_gets_them() -> None:
    """Where what is left out turns out to be needed, all is loaded as it stands."""
    script = """
from dataclasses import replace
from conspectus import lazy_imports
from conspectus.llm import libraries
lazy_imports.have_the_process()
libraries._SPARED = replace(libraries._SPARED, called=("openai._models",))
libraries.load_lightly()
from openai.types.chat import ChatCompletion
import openai._models, sys
print(issubclass(ChatCompletion, openai._models.BaseModel), "openai.types.beta" in sys.modules)
"""
    assert _said(script) == "True True"
