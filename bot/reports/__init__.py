"""What the answers say: satisfaction in figures, the way of the invitations, comments, pictures and exports."""
