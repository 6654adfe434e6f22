"""What customers answered when asked how it was."""
