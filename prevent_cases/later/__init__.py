"""What is to happen later: the outbox, whose rows are the queue; Celery is only the bell."""
