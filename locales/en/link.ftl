# Linking a chat to purchases. link-not-found is one answer to an unknown number and a wrong proof, on purpose.
link-intro =
    <b>Link your purchase</b>
    So that nobody else sees your orders, { $shop } needs to know that they are yours. There are three ways:

    • Open the link in your order e-mail.
    • Share your own phone number, if the shop has it.
    • Tell me the order number and the e-mail address or postcode of the order.
link-ask-contact = Please tap “Share my phone number” below. I only compare it with the shop’s customers.
link-contact-received = Thank you. I am looking for purchases with this number.
link-ask-number = Please type the <b>order number</b>. You find it in your order e-mail.
link-number-unreadable = I see no order number in this. Please type just the number from your order e-mail.
link-ask-proof =
    Order { $number }: please type the <b>e-mail address</b> it was placed with or the <b>postcode</b> it goes to.
link-offer = <b>Is this you?</b>
link-offer-name = Name: { $name }
link-offer-email = E-mail: { $email }
link-offer-phone = Phone: { $phone }
link-offer-address = Address: { $address }
link-offer-order = Order: { $number }
link-offer-foot = If you confirm, this chat may see these purchases. You can undo it at any time under “My account”.
link-done = <b>Linked.</b> You will find your orders here from now on.
link-already = This purchase is already linked to your chat.
link-cancelled = Nothing was linked.
link-not-found =
    The number and the proof do not match. Please check both in your order e-mail. After five tries you have to wait a quarter of an hour.
link-contact-unknown = No purchase is noted with this phone number. Please try the order number instead.
link-contact-foreign = That is somebody else’s contact. Please share your own phone number with the button.
link-private-only = Purchases can only be linked in a private chat, so that nobody else reads along.
link-contact-button = Share my phone number
link-order-button = Enter the order number
link-confirm-button = Yes, link it
link-other-button = Try another way
link-cancel-button = Cancel
