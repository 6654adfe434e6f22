"""Which favours a withdrawal takes the place of, as a condition on a row of return_request that is called r.

Whether their goods are still with the customer, on the way or here, and whatever money has gone either way by then
(carried.py); where another article has gone out, that is withdrawn from. What the customer is to keep, and what came
after its end, goes on as it is.
"""

from bot.returns.machine import Status

SENT = (Status.IN_TRANSIT, Status.PARTIALLY_RECEIVED, Status.RECEIVED, Status.INSPECTED)
# What has cost the staff the least, first.
ORDER = (Status.REQUESTED, Status.APPROVED, Status.LABEL_SENT, *SENT)
GIVES_WAY = """r.status IN ('requested', 'approved', 'label_sent', 'in_transit', 'partially_received', 'received',
    'inspected') AND r.way IN ('warranty', 'goodwill')
  AND NOT r.keeps AND r.late_at IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM return_payment gave WHERE gave.request_id = r.id AND gave.kind IN ('exchange', 'replacement'))"""
