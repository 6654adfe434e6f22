"""Who works here: roles, and a record of what they did and looked at."""
