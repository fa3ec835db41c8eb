"""What the log shows: figures a learner can read, believe and act on.

`progress` is the whole of it for one screen; the others are asked for one at a time.
"""

from quizapp.report.progress import Progress, progress
from quizapp.report.selection import Period, Selection, all_time, calendar_year, past_year, since

__all__ = [
    "Period",
    "Progress",
    "Selection",
    "all_time",
    "calendar_year",
    "past_year",
    "progress",
    "since",
]
