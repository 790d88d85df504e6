"""Cases: the work on one individual, from acceptance on."""
