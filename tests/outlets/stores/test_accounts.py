"""Names and passwords come from the environment or netrc, and go into no message."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.outlets.stores.accounts import Account, account_for


@pytest.fixture
def netrc(tmp_path: Path) -> Path:
    path = tmp_path / "netrc"
    path.write_text("machine db.example login ann password hush-hush\n", encoding="utf-8")
    return path


def test_the_environment_goes_before_netrc(netrc: Path) -> None:
    said = {"COMMUNIQUE_USER": "bo", "COMMUNIQUE_PASSWORD": "quiet", "NETRC": str(netrc)}
    assert account_for("db.example", said) == Account("bo", "quiet")


def test_netrc_is_asked_for_the_very_host(netrc: Path) -> None:
    assert account_for("db.example", {"NETRC": str(netrc)}) == Account("ann", "hush-hush")
    assert account_for("other.example", {"NETRC": str(netrc)}) is None


def test_without_either_there_is_no_account(tmp_path: Path) -> None:
    assert account_for("db.example", {"NETRC": str(tmp_path / "none")}) is None


@pytest.mark.parametrize("name", ["COMMUNIQUE_USER", "COMMUNIQUE_PASSWORD"])
def test_half_an_account_is_refused_and_not_shown(name: str) -> None:
    with pytest.raises(StoreError, match="is set but COMMUNIQUE_") as refusal:
        account_for("db.example", {name: "hush-hush"})
    assert "hush" not in str(refusal.value)


def test_a_broken_netrc_is_named_by_its_line_without_what_it_says(netrc: Path) -> None:
    netrc.write_text("machine db.example login ann password hush secret-word\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"netrc, line \d+: is not written as") as refusal:
        account_for("db.example", {"NETRC": str(netrc)})
    assert "secret" not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_an_account_does_not_show_itself() -> None:
    assert repr(Account("ann", "hush-hush")) == "Account()"
