"""What may be typed where a quiz in lines asks for a mark or how sure one is, and how it asks."""

from quizapp.study.quiz.course import Certainty

MARKS = {"1": 0.0, "wrong": 0.0, "2": 0.5, "partly": 0.5, "3": 1.0, "right": 1.0}
MARK = "How was it? 1 wrong, 2 partly right, 3 right."
SURE = {
    "1": Certainty.GUESS,
    "guess": Certainty.GUESS,
    "2": Certainty.THINK,
    "think": Certainty.THINK,
    "think so": Certainty.THINK,
    "3": Certainty.SURE,
    "sure": Certainty.SURE,
}
SURENESS = "How sure are you? 1 guess, 2 think so, 3 sure."
WRITE = "Write what you would say; you mark it yourself at the end. Enter goes on without an answer."
