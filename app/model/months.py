"""The names of the months, whole and short: Qt's calendar is not there where reports are made."""

from __future__ import annotations

from app.model.phrases import N_

MONTHS = (
    (N_("January"), N_("Jan")),
    (N_("February"), N_("Feb")),
    (N_("March"), N_("Mar")),
    (N_("April"), N_("Apr")),
    (N_("May"), N_("May")),
    (N_("June"), N_("Jun")),
    (N_("July"), N_("Jul")),
    (N_("August"), N_("Aug")),
    (N_("September"), N_("Sep")),
    (N_("October"), N_("Oct")),
    (N_("November"), N_("Nov")),
    (N_("December"), N_("Dec")),
)
