# The staff: buttons under cases, what those who work here are told, and who works here.
staff-take-button = ✋ I look after it
staff-details-button = 👁 Contact data
staff-close-button = ✅ Close
staff-reopen-button = ↩️ Open again
staff-taken-toast = The case is yours now.
staff-taken-before-toast = Somebody has taken the case already, or it is closed.
staff-closed-toast = Closed.
staff-closed-before-toast = The case was closed already.
staff-kept-open-alert = This is about a return that is still to be decided: accept it, decline it with a reason or finish it there. The case then closes by itself.
staff-reopened-toast = Open again.
staff-not-reopened-alert = A case can be opened again within seven days, as long as the person has no new request.
staff-details-alert = I send it to you in private. If nothing arrives, open our private chat once and tap “Start”.
staff-no-details-alert = No customer account is known for this case.
staff-not-allowed-alert = Only those who are entered for it may do that.
staff-not-allowed = Only those who are entered for it may do that. Nothing was sent.
staff-not-sent-closed = The case is closed, nothing was sent. Open it again first.
staff-not-sent-kind = { $kind }: I can send text, photos, documents, sound and video only. Nothing was sent.
staff-tap = This goes to nobody. Please tap a button; to write to the person, reply to their case in the group.
staff-not-sent-command = I do not know this command; nothing was sent to the customer. There are /note, /take, /goodwill, /close and /queue.
staff-noted = 📝 Noted, for the team alone.
staff-list = <b>Who works here</b>
staff-granted = Entered: <code>{ $id }</code> as { $role }.
staff-revoked = Removed: <code>{ $id }</code>.
staff-unknown = This number is not entered: <code>{ $id }</code>.
staff-id = Your number: <code>{ $id }</code>
staff-role-owner = owner
staff-role-agent = customer service
staff-role-marketer = marketing
staff-open-button = 🔎 Open
staff-not-sent-no-chat = This person has no chat with us that can be reached, nothing was sent. You find the contact data under the case.
staff-corrected = ✎ Corrected, for the customer, too.
staff-edited-command = This message is with the customer already and does not become a command any more. The old text still stands there.
staff-close-how =
    Closing takes a cause and an action. Tap here, or write it in one: <code>/close late refunded</code>
    Causes: { $causes }
    Actions: { $actions }
staff-last-owner-alert = That is not possible: somebody has to stay owner.
