"""What Slack tells, handed to what deals with it."""
