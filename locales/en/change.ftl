# Changing and cancelling before anything is sent.
change-button = ✏️ Change or cancel
change-ask =
    <b>Change order { $number }</b>
    What has not been sent yet can be changed. What would you like?
change-cancel-button = ✖️ Cancel the order
change-address-button = 🏠 Another address
change-items-button = 🛒 Other items
change-write-address =
    <b>Where should it go?</b>
    Please write name, street, postcode, town and country.
change-write-items =
    <b>What should we change?</b>
    Please write what you would like to be different.
change-asked =
    <b>Our team has your request.</b>
    Nothing has been changed yet: we will try before the parcel leaves, and tell you here whether it worked.
change-gone =
    <b>It is already on its way.</b>
    We are sorry, it can no longer be changed. You can still withdraw or return it, and our team is glad to help.
change-delivered =
    <b>It is already with you.</b>
    It can no longer be changed or cancelled.
change-delivered-back = If something is not right, send it back: tap below.
change-done = ✅ <b>Your order { $number } has been changed</b> as you wished. Kind regards, { $shop }
change-too-late = 🚚 <b>Sorry, it was too late for order { $number }</b>: it leaves as it was. You can still withdraw or send it back. { $shop }
change-rest-ask = <b>We ask the shop to cancel this:</b>
change-rest-items =
    { $items }
    The law provides no withdrawal for it, but it has not been sent yet: the shop decides, and we tell you here.
change-rest-waiting = ⏳ Your request to cancel is waiting for the shop’s answer.
change-rest-words = Please cancel: { $items }
change-rest-button = ✖️ Ask the shop to cancel
change-rest-done = ✅ <b>Order { $number }: the shop has cancelled what you asked for.</b> You get back what you paid for it. Kind regards, { $shop }
change-rest-left = 🚚 <b>Order { $number } has been sent by now</b>: it was too late to cancel it. The items come as ordered. { $shop }
change-rest-declined = 🚚 <b>Order { $number }: sorry, the shop could not cancel what you asked for.</b> The items come as ordered. { $shop }
