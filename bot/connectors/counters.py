"""What /metrics counts about bodies and carriers since this process started."""

from prometheus_client import Counter

received = Counter("bote_inbox_received", "Genuine bodies stored", ["platform"])
refused = Counter("bote_inbox_refused", "Bodies refused at the door", ["platform", "why"])
processed = Counter("bote_inbox_processed", "Bodies processed", ["platform"])
failed = Counter("bote_inbox_failures", "Tries to process a body that failed", ["platform"])
unknown_codes = Counter("bote_carrier_unknown_codes", "Statuses of carriers that we do not know", ["source"])
polls = Counter("bote_carrier_polls", "Questions to carriers", ["carrier", "outcome"])
