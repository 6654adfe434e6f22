# What people in the shop do: invoice, payment, praise and suggestions.
asking-invoice =
    <b>Invoice</b>
    The shop sends the invoice, mostly with the order confirmation or the dispatch mail. What you ordered and paid you can see here, too; but that is no invoice.
asking-invoice-team = You cannot find it? Then we ask our team to send it to you.
asking-invoice-button = 🧾 Ask for the invoice
asking-payment_problem =
    <b>Problem with a payment</b>
    I cannot see whether money has arrived. Please write no card or account numbers here.
asking-payment_problem-team = Our team looks into it and answers you here.
asking-payment_problem-button = 🙋 Have somebody look into it
asking-feedback =
    <b>Praise and suggestions</b>
    Thank you for wanting to tell us something.
asking-feedback-rate = You rate a delivery with one tap.
asking-feedback-team = Write us anything else; our team reads it.
asking-feedback-button = ✍️ Write to us
asking-rate-button = ⭐ Rate order { $number }
asking-others-button = Another order
asking-write =
    <b>What would you like to tell us?</b>
    Please write it in one message; a picture may come first.
asking-picture =
    <b>The picture is with our team.</b>
    Would you like to add something? More pictures or one message, or you are done.
asking-done-button = ✓ Done
asking-kept =
    <b>Thank you! Our team reads it.</b>
    If you would like an answer, tap “🙋 Human”.
asking-contact = You reach our team at { $contact }.
asking-shop = You reach the team of { $shop } at the address in your order confirmation.
