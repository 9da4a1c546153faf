from __future__ import annotations

from pathlib import Path

from bot.problem import GlossaryError, Problem

PATH = Path("glossary.yaml")


def test_a_problem_reads_as_file_line_and_sentence() -> None:
    problem = Problem(PATH, 7, "T01", "error", "there is no entry “x”")
    assert str(problem) == "glossary.yaml:7: there is no entry “x” [T01]"


def test_a_problem_with_the_whole_file_has_no_line() -> None:
    assert str(Problem(PATH, 0, "F01", "error", "gone")) == "glossary.yaml: gone [F01]"


def test_an_error_lists_its_problems_first_line_first() -> None:
    late, early = (Problem(PATH, line, "Y01", "error", "wrong") for line in (9, 2))
    error = GlossaryError([late, early])
    assert error.problems == [early, late]
    assert str(error).splitlines() == [str(early), str(late)]
