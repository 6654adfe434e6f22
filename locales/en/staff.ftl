# The staff: buttons under cases, what those who work here are told, and who works here.
staff-take-button = ✋ I look after it
staff-details-button = 👁 Contact data
staff-close-button = ✅ Close
staff-reopen-button = ↩️ Open again
staff-taken-toast = The case is yours now.
staff-taken-before-toast = Somebody has taken the case already, or it is closed.
staff-closed-toast = Closed.
staff-closed-before-toast = The case was closed already.
staff-reopened-toast = Open again.
staff-not-reopened-alert = A case can be opened again within seven days, as long as the person has no new request.
staff-details-alert = I send it to you in private. If nothing arrives, open our private chat once and tap “Start”.
staff-no-details-alert = No customer account is known for this case.
staff-not-allowed-alert = Only those who are entered for it may do that.
staff-not-allowed = Only those who are entered for it may do that. Nothing was sent.
staff-not-sent-closed = The case is closed, nothing was sent. Open it again first.
staff-not-sent-kind = I can send text, photos and documents. Nothing was sent.
staff-not-sent-command = I do not know this command; nothing was sent to the customer. There are /note, /take, /close and /queue.
staff-noted = 📝 Noted, for the team alone.
staff-list = <b>Who works here</b>
staff-list-line = { $role }: { $name } (<code>{ $id }</code>)
staff-list-hint =
    Enter: <code>/staff grant 123456 agent Mia</code>
    Remove: <code>/staff revoke 123456</code>
    Roles: owner, agent, marketer. Everybody learns their number from me with /id.
staff-granted = Entered: <code>{ $id }</code> as { $role }.
staff-revoked = Removed: <code>{ $id }</code>.
staff-unknown = This number is not entered: <code>{ $id }</code>.
staff-id = Your number: <code>{ $id }</code>
staff-role-owner = owner
staff-role-agent = customer service
staff-role-marketer = marketing
