"""The case that constructed outputs are scored on."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.evaluation.loading import LoadedCase
from tests.support.outputs import bridge


@pytest.fixture
def case(tmp_path: Path) -> LoadedCase:
    """Three articles about a bridge: a fire in two versions, and a lane that is opened."""
    return bridge(tmp_path)
