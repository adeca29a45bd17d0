"""Cards, forms and text as Slack takes them."""
