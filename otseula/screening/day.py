"""The day that a screening is about."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def today() -> date:
    """The day in Finland. Where the machine has no time zone database, at UTC+2."""
    try:
        zone: tzinfo = ZoneInfo("Europe/Helsinki")
    except ZoneInfoNotFoundError:
        zone = timezone(timedelta(hours=2))
    return datetime.now(zone).date()


def given_day(as_of: date | None) -> date | None:
    """The day a caller gives. Raises TypeError for anything else, a time of day too: it would
    end up in results and records, which hold a day."""
    if as_of is None or (isinstance(as_of, date) and not isinstance(as_of, datetime)):
        return as_of
    raise TypeError("as_of is a datetime.date, without a time")
