"""The day that a screening is about."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone, tzinfo


def today() -> date:
    """The day in Finland. Where the machine has no time zone database, at UTC+2."""
    # Imported here: a case that has its day needs no zones.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        zone: tzinfo = ZoneInfo("Europe/Helsinki")
    except ZoneInfoNotFoundError:
        zone = timezone(timedelta(hours=2))
    return datetime.now(zone).date()


def given_day(as_of: date | None) -> date | None:
    """The day a caller gives. Raises TypeError for anything else, a time of day too: it would
    end up in results and records, which hold a day."""
    kind = type(as_of)  # isinstance would run the code of a foreign `__class__`
    if as_of is None or (issubclass(kind, date) and not issubclass(kind, datetime)):
        return as_of
    raise TypeError("as_of is a datetime.date, without a time")
