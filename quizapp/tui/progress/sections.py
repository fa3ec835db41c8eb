"""The sections of the progress screen, in the order of their keys."""

from quizapp.tui.progress import (
    ahead,
    divided,
    exam,
    kept,
    mixups,
    questions,
    sources,
    today,
    year,
)
from quizapp.tui.progress.view import Section

SECTIONS = (
    Section("progress", "Overview", "Today", today.rows, today.how),
    Section("progress", "Calendar", "Year", year.rows, year.how, year.said, year.order, year.at),
    Section("progress", "Kept", "Kept", kept.rows, kept.how),
    Section("progress", "To come", "Ahead", ahead.rows, ahead.how),
    Section("divided", "By deck", "Decks", divided.rows, divided.how, divided.said),
    Section("sources", "Documents", "Texts", sources.rows, sources.how, sources.said),
    Section("exam", "Exam", "Exam", exam.rows, exam.how),
    Section("mixups", "Mix-ups", "Mix-ups", mixups.rows, mixups.how, mixups.said),
    Section("questions", "Questions", "Authors", questions.rows, questions.how, questions.said),
)
TODAY, YEAR, KEPT, AHEAD, DIVIDED, SOURCES, EXAM, MIXUPS, QUESTIONS = range(len(SECTIONS))
