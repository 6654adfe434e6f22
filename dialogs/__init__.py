"""The screens of the chat, one family a file; they meet in `states` and know nothing of each other."""
