"""What a model is asked for when it translates."""

from __future__ import annotations

from pydantic import Field

from conspectus.summarise.drafts import Draft


class TranslationDraft(Draft):
    """One sentence's translation."""

    sentence: int = Field(description="The number of the sentence.")
    translation: str = Field(description="What it says, in the other language, whole.")


class TranslationsDraft(Draft):
    """The translations of all the sentences that were given."""

    translations: list[TranslationDraft]
