# The question after a case is closed: is it solved?
solved-about-order = The team of { $shop } has finished working on what you told us about order { $number }.
solved-about = The team of { $shop } has finished working on what you told us.
solved-done-resent = We have sent your order again.
solved-done-replaced = A replacement is on its way to you.
solved-done-refunded = Your refund has been arranged.
solved-done-found = Your parcel has been found.
solved-ask = <b>Is it solved for you?</b> From now on I, the bot, answer here again.
solved-yes-button = 👍 Yes, solved
solved-no-button = 👎 No, not yet
solved-now-button = 👍 It is solved now
solved-told-solved = 👍 We are glad to hear that. Thank you for telling us, and for your patience.
solved-told-unsolved = We are sorry. Our team takes it up again and will write to you here. Do tell us what is still missing: everything you write here now is read by a human.
solved-late-alert = This question is closed already. If something is still missing, just write it here, or tap “Human”.
solved-gone-toast = This question does not belong to this chat.
solved-ask-again = Thank you, our team reads what you write. <b>Is it solved for you?</b>
solved-yes-words = yes, yep, yeah, yes thanks, yes thank you, solved, yes solved, it is solved, yes it is, yes it is solved, all good, yes all good, done
solved-no-words = no, nope, not yet, no not yet, not solved, it is not solved, unfortunately not, sadly not
