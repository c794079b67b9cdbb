#!/usr/bin/env python3
"""make_log.py COLLECTION REVIEWS_PER_CARD [DAYS]: gives every card of a made-up collection a review log.

The reviews end on 2026-02-28 and are spread over DAYS days (by default 400), so that some cards
are due on the day that the other benchmarks take for today. Afterwards the fingerprint of the
settings is removed: the next wengu that opens the collection computes all schedules anew.
Cards of every tenth note stay new.
"""
import random
import sqlite3
import sys

LAST_DAY = 20512  # 2026-02-28
MS_A_DAY = 86_400_000
GAPS = (1, 6, 15, 38, 80, 120)


def days_of(count, span, rng):
    """`count` rising days: the gaps of a card that is learned, the last one anywhere within them."""
    gaps = [GAPS[min(i, len(GAPS) - 1)] for i in range(count - 1)]
    scale = min(1.0, (span - 40) / max(1, sum(gaps)))
    day = LAST_DAY - rng.randrange(40) - sum(max(1, round(gap * scale)) for gap in gaps)
    days = [day]
    for gap in gaps:
        days.append(days[-1] + max(1, round(gap * scale)))
    return days


def main(path, per_card, span):
    rng = random.Random(7)
    db = sqlite3.connect(path)
    cards = db.execute("select key, note_id from card order by key").fetchall()
    rows = []
    for key, note in cards:
        if note % 10 == 0:
            continue
        for i, day in enumerate(days_of(per_card, span, rng)):
            grade = rng.choice((1, 3, 3, 3, 3, 3, 3, 3, 2, 4))
            at = day * MS_A_DAY + 2 * 3_600_000 + rng.randrange(8 * 3_600_000)
            rows.append((at, f"{key:08x}{i:08x}", key, day, grade, rng.randrange(2000, 20000),
                         "new" if i == 0 else "review", GAPS[min(i, len(GAPS) - 1)]))
    rows.sort()
    db.execute("pragma synchronous = off")
    db.executemany(
        "insert into review (at_ms, id, card, day, grade, taken_ms, phase, interval_days, "
        "utc_offset_minutes, source, scheduler, counted) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, 480, 'review', 'sm2/1', 1)", rows)
    db.execute("delete from setting where key = 'schedules.computed_by'")
    db.commit()
    print(len(rows), "reviews")


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 400)
