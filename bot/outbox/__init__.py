"""What nobody asked for in this second: queued with the fact it tells about, judged and sent when it is time."""
