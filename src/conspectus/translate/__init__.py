"""What a briefing's sentences say in its own language, where they are in another one: asked for, checked, or left."""

from __future__ import annotations

from conspectus.translate.languages import in_other_languages, language_of_most, output_language
from conspectus.translate.sentences import Translated, translated

__all__ = ["Translated", "in_other_languages", "language_of_most", "output_language", "translated"]
