"""Nobody and nothing reaches a reader it was not meant for."""

from __future__ import annotations

from datetime import date

from app.model.audience import shown_to, withheld
from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.tie import Tie

OPEN = Partner(id="open", name="Friendship centre", phone="250-555-0101", consent_show="public", skills="Hall")
SHY = Partner(id="shy", name="Auntie", consent_show="office")
SHARED = Partner(id="shared", name="Youth worker", consent_show="committee", phone="250-555-0102")


def test_who_did_not_agree_is_left_out_and_counted() -> None:
    shown = shown_to(Audience.PUBLIC, [OPEN, SHY, SHARED], [])
    assert [one.name for one in shown.partners] == ["Friendship centre"]
    assert shown.left_out == 2


def test_the_office_sees_everybody_and_everything() -> None:
    assert shown_to(Audience.OFFICE, [OPEN, SHY], []).partners == (OPEN, SHY)


def test_a_phone_number_stays_in_the_office() -> None:
    (partner,) = shown_to(Audience.COMMITTEE, [SHARED], []).partners
    assert partner.phone == ""


def test_a_partner_may_open_a_single_field() -> None:
    partner = Partner(id="p", name="P", phone="250-555-0103", consent_show="public", sees={"phone": "public"})
    assert shown_to(Audience.PUBLIC, [partner], []).partners[0].phone == "250-555-0103"


def test_a_partner_may_close_a_single_field() -> None:
    partner = Partner(id="p", name="P", role="Elder", consent_show="public", sees={"role": "office"})
    assert shown_to(Audience.COMMITTEE, [partner], []).partners[0].role == ""


def test_a_step_does_not_name_a_lead_or_helper_who_is_left_out() -> None:
    item = Item(id="i", what="Book the hall", lead="shy", helpers=("open", "shy"))
    (shown,) = shown_to(Audience.COMMITTEE, [OPEN, SHY], [item]).items
    assert (shown.lead, shown.helpers) == ("", ("open",))


def test_a_tie_to_somebody_left_out_goes_too() -> None:
    tie = Tie(id="t", from_partner="open", to_partner="shy")
    assert shown_to(Audience.COMMITTEE, [OPEN, SHY], [], [tie]).ties == ()


def test_who_agreed_until_a_day_is_shown_up_to_that_day_and_not_longer() -> None:
    partner = Partner(id="9", name="Until", consent_show="public", consent_until=date(2026, 3, 1))
    assert shown_to(Audience.PUBLIC, [partner], [], today=date(2026, 3, 1)).partners
    assert not shown_to(Audience.PUBLIC, [partner], [], today=date(2026, 3, 2)).partners
    assert shown_to(Audience.OFFICE, [partner], [], today=date(2026, 3, 2)).partners


def test_the_fields_that_something_was_left_out_of_are_named() -> None:
    ann = Partner(id="a", name="Ann", phone="250-555-0100", notes="Ring twice", consent_show="public", origin="page:x")
    bo = Partner(id="b", name="Bo", email="bo@example.org")
    shown = shown_to(Audience.PUBLIC, [ann, bo], [])
    assert withheld(Partner, [ann, bo], shown.partners) == ("phone", "notes")
    assert withheld(Partner, [ann, bo], shown_to(Audience.OFFICE, [ann, bo], []).partners) == ()
