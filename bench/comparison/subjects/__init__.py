"""What is compared: Pullquote and its peers, each in a process of its own."""
