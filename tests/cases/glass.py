"""What is said by whoever breaks the glass."""

REASON = "He has been brought to our emergency room."
