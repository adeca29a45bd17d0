"""What stands in a post of a thread and is not its writer's: quotes, and what it embeds."""
