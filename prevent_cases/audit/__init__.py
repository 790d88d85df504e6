"""The trail: records that change only inside operations, one entry for each, and the seals over the entries."""
