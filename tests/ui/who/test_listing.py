"""Who the table lists, and in which order."""

from __future__ import annotations

import pytest

from app.model.partner import Partner
from app.ui.who.listing import Listing


def make(*partners: Partner) -> Listing:
    listing = Listing(lambda one: f"{one.name} {one.role} {one.notes}", lambda one, field: str(getattr(one, field)))
    listing.show(partners)
    return listing


def named(listing: Listing) -> list[str]:
    return [one.name for one in listing.rows()]


@pytest.fixture
def listing() -> Listing:
    return make(
        Partner(id="1", name="Cook", role="Feasts"),
        Partner(id="2", name="Nurse", role=""),
        Partner(id="3", name="Driver", role="Bus and boat", notes="Knows every inlet"),
    )


def test_words_are_found_by_their_beginning_in_any_order(listing: Listing) -> None:
    listing.search("inl bo")
    assert named(listing) == ["Driver"]


def test_the_middle_of_a_word_finds_nobody(listing: Listing) -> None:
    listing.search("nlet")
    assert named(listing) == []


def test_fewer_letters_bring_back_who_went(listing: Listing) -> None:
    for typed in ("n", "nu", "nux", "nu", ""):
        listing.search(typed)
    assert named(listing) == ["Cook", "Driver", "Nurse"]


def test_other_words_search_among_all_again(listing: Listing) -> None:
    listing.search("cook")
    listing.search("nurse")
    assert named(listing) == ["Nurse"]
    assert listing.found == {"2"}


@pytest.mark.parametrize("descending", [False, True])
def test_who_has_nothing_in_the_column_comes_last_either_way(listing: Listing, descending: bool) -> None:
    listing.sort("role", descending=descending)
    assert named(listing) == (["Cook", "Driver", "Nurse"] if descending else ["Driver", "Cook", "Nurse"])


def test_those_who_are_alike_stay_in_order_of_name_when_sorted_the_other_way() -> None:
    listing = make(*(Partner(id=str(n), name=name, role="Cook") for n, name in enumerate("cab")))
    listing.sort("role", descending=True)
    assert named(listing) == ["a", "b", "c"]


def test_a_changed_partner_stays_until_other_words_are_typed(listing: Listing) -> None:
    listing.search("cook")
    listing.put(Partner(id="1", name="Baker"))
    assert named(listing) == ["Baker"]
    listing.search("cook ")
    assert named(listing) == ["Baker"]
    listing.search("nurse")
    listing.search("cook")
    assert named(listing) == []


def test_a_newcomer_is_listed_where_the_words_fit(listing: Listing) -> None:
    listing.search("cook")
    listing.put(Partner(id="4", name="Another cook"))
    listing.put(Partner(id="5", name="Chief"))
    assert named(listing) == ["Another cook", "Cook"]


def test_who_is_taken_out_is_found_no_more(listing: Listing) -> None:
    listing.search("cook")
    listing.take("1")
    assert named(listing) == []
    assert listing.found == frozenset()


def test_texts_are_made_ready_a_few_at_a_time(listing: Listing) -> None:
    assert listing.prepare(2)
    assert not listing.prepare(2)
