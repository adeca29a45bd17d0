"""When something was written: dates and times as people and programs write them."""
