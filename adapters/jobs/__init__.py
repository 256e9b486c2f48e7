"""Jobs that are done by the clock, once across all processes that share a database.

A new one is a `Job`: what belongs to no surface stands in `adapters.jobs.standing`; a surface offers its own
while it runs, with ``async with parts.jobs.offering(Job(...))``.
"""
