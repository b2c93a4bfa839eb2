"""Procedures (程序): dated files, one engine, ballots, clocks, and a checker that proves what it promises."""
