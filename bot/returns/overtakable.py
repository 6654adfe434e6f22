"""Which favours a withdrawal takes the place of, as a condition on a row of return_request that is called r.

Whether their goods are still with the customer, on the way or here, or came after it seemed to be over (late.py), and
whatever money has gone either way by then (carried.py). What the customer may keep is no exception: who asked for a
favour has not given up the right to be paid back all, and to send it back instead (rules.md 3.6). Where another article
has gone out, that is withdrawn from.
"""

from bot.returns.machine import Status

SENT = (Status.IN_TRANSIT, Status.PARTIALLY_RECEIVED, Status.RECEIVED, Status.INSPECTED)
# What has cost the staff the least, first.
ORDER = (Status.REQUESTED, Status.APPROVED, Status.LABEL_SENT, *SENT)
GIVES_WAY = """r.status IN ('requested', 'approved', 'label_sent', 'in_transit', 'partially_received', 'received',
    'inspected') AND r.way IN ('warranty', 'goodwill')
  AND NOT EXISTS (
    SELECT 1 FROM return_payment gave WHERE gave.request_id = r.id AND gave.kind IN ('exchange', 'replacement'))"""
