"""Stemmers are loaded one by one where the process is ours, and do the same."""

from __future__ import annotations

import subprocess
import sys

from conspectus.text.stemmers import stemmer


def test_words_are_stemmed_by_their_language() -> None:
    """What English and German leave of a word."""
    assert stemmer("english").stemWord("running") == "run"
    assert stemmer("german").stemWord("häuser") == "haus"


def test_a_program_loads_the_stemmers_that_it_asks_for() -> None:
    """English alone at first, German once a German word is stemmed; everybody else's import is whole."""
    program = (
        "import sys\n"
        "from conspectus.lazy_imports import have_the_process\n"
        "have_the_process()\n"
        "from conspectus.text.stemmers import stemmer\n"
        "def loaded():\n"
        "    names = {name.split('.')[1] for name in sys.modules if name.startswith('snowballstemmer.')}\n"
        "    return sorted(names - {'among', 'basestemmer'})\n"
        "stemmer('english')\n"
        "print(loaded())\n"
        "print(stemmer('german').stemWord('häuser'), loaded())\n"
        "from snowballstemmer.french_stemmer import FrenchStemmer\n"
        "print(FrenchStemmer().stemWord('maisons'))\n"
    )
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)  # noqa: S603
    assert said.stdout.splitlines() == [
        "['english_stemmer']",
        "haus ['english_stemmer', 'german_stemmer']",
        "maison",
    ]
