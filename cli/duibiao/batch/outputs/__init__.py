"""What a batch leaves in its folder, all of it made from the store in one pass."""
