"""Metrics in the form that Prometheus reads."""

from __future__ import annotations

import time

from bot.metrics import Counter, Gauge, Histogram, exposition


def test_a_counter_is_one_line_for_each_combination_of_labels() -> None:
    counter = Counter("updates_total", "Updates.", "kind", "outcome")
    counter.add("message", "answered")
    counter.add("message", "answered", amount=2)
    counter.add("message", "failed")
    assert exposition([counter]) == (
        "# HELP updates_total Updates.\n"
        "# TYPE updates_total counter\n"
        'updates_total{kind="message",outcome="answered"} 3\n'
        'updates_total{kind="message",outcome="failed"} 1\n'
    )
    assert counter.total() == 4
    assert counter.total("message") == 4


def test_a_counter_without_labels_is_there_before_anything_was_counted() -> None:
    assert "\nfloods_total 0\n" in exposition([Counter("floods_total", "Floods.")])


def test_a_gauge_is_what_it_was_set_to_last() -> None:
    gauge = Gauge("entries", "Entries.")
    gauge.set(5)
    gauge.set(2.5)
    assert exposition([gauge]).endswith("# TYPE entries gauge\nentries 2.5\n")


def test_each_class_of_a_histogram_holds_the_smaller_ones() -> None:
    histogram = Histogram("seconds", "Time.", "kind", bounds=(0.1, 1.0))
    for seconds in (0.1, 0.5, 7.0):
        histogram.observe(seconds, "message")
    assert list(histogram.samples()) == [
        'seconds_bucket{kind="message",le="0.1"} 1',
        'seconds_bucket{kind="message",le="1"} 2',
        'seconds_bucket{kind="message",le="+Inf"} 3',
        'seconds_sum{kind="message"} 7.6',
        'seconds_count{kind="message"} 3',
    ]


def test_a_block_of_work_is_timed() -> None:
    histogram = Histogram("seconds", "Time.", bounds=(0.01, 10.0))
    with histogram.timed():
        time.sleep(0.02)
    assert list(histogram.samples())[:2] == [
        'seconds_bucket{le="0.01"} 0',
        'seconds_bucket{le="10"} 1',
    ]


def test_quotes_lines_and_backslashes_in_labels_are_escaped() -> None:
    gauge = Gauge("info", "Two\nlines", "version")
    gauge.set(1, 'a"b\\c\nd')
    assert exposition([gauge]) == (
        '# HELP info Two\\nlines\n# TYPE info gauge\ninfo{version="a\\"b\\\\c\\nd"} 1\n'
    )
