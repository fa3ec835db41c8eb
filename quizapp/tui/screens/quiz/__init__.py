"""Quizzes and exams: set one up, sit it, look at what came of it."""
