"""The groups that the toolkit names as people to involve: the wedges of the circle.

Source: toolkit, "Get Organized", Who and Why (service providers, Chief and Council, police, health care, faith-based
community, youth, parents, teachers, social workers, businesses, Elders, newcomers, people with lived experience, the
public), gathered into fifteen so that they can be read at a glance.
"""

from __future__ import annotations

from app.model.phrases import N_
from app.model.schema import Choice

GROUPS: tuple[Choice, ...] = (
    Choice("chief-and-council", N_("Chief and Council")),
    Choice("elders", N_("Elders")),
    Choice("youth", N_("Youth")),
    Choice("schools", N_("Schools")),
    Choice("youth-services", N_("Youth services")),
    Choice("police", N_("Police")),
    Choice("victim-services", N_("Victim services")),
    Choice("womens-shelter", N_("Women’s programs and shelters")),
    Choice("social-workers", N_("Social workers")),
    Choice("health-care", N_("Health care")),
    Choice("newcomer-services", N_("Newcomer services")),
    Choice("businesses", N_("Businesses")),
    Choice("faith-groups", N_("Faith groups")),
    Choice("lived-experience", N_("Lived experience")),
    Choice("parents-and-public", N_("Parents and public")),
)

NO_GROUP = Choice("", N_("No group yet"))
