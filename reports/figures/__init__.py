"""The figures of a board report: which period, what is counted, how a table is built, and all of it together."""
