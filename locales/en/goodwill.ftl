# Goodwill: what the staff give an unhappy customer, and how it is told.
goodwill-button = 🎁 Goodwill
goodwill-ask =
    🎁 <b>Goodwill for case { $id }</b>
    What does the customer get? You look at it once more before it is given.
goodwill-so-far =
    { $count ->
        [one] So far: one point.
       *[other] So far: { $count } points.
    }
goodwill-left =
    { $count ->
        [one] You may give one point more in this case.
       *[other] You may give { $count } points more in this case.
    }
goodwill-codes-left =
    { $count ->
        [0] Only an owner may give a code here.
        [one] You may give one code in this case.
       *[other] You may give { $count } codes in this case.
    }
goodwill-points-given =
    { $count ->
        [one] 🎁 one point
       *[other] 🎁 { $count } points
    }
goodwill-code-given = 🎁 code { $code }
goodwill-code-button = 🏷 A code
goodwill-code-ask = Which code? Write it as your shop knows it, for instance <code>SORRY-10</code>.
goodwill-bad-code = This is not a code: 3 to 40 letters, digits, - and _.
goodwill-confirm =
    🎁 <b>Goodwill for case { $id }</b>
    { $gift }
    The customer is told. Write a sentence that is to stand below it, or give it without.
goodwill-give-button = 🎁 Give it
goodwill-given-toast = Given, and the customer is told.
goodwill-before-alert = Something has just been given in this case; nothing was given a second time. Look at the case before you give more.
goodwill-nobody-alert = No customer account is known for this case, so there is nobody to give it to.
goodwill-too-much-alert = That is more than may be given in this case. Ask an owner.
goodwill-too-many-alert = Agents may give no further code in this case. Ask an owner.
goodwill-used-alert = Somebody has been given this code already. Please take another one: each code goes to one customer.
goodwill-how = Write <code>/goodwill 50</code> for points or <code>/goodwill SORRY-10</code> for a code, and behind it a sentence for the customer, if you like.
goodwill-told-points =
    { $count ->
        [one] 🎁 <b>{ $shop }</b> is sorry. As an apology you have one more point on your account.
       *[other] 🎁 <b>{ $shop }</b> is sorry. As an apology you have { $count } points more on your account.
    }
goodwill-told-code = 🎁 <b>{ $shop }</b> is sorry. As an apology we have a code for you: <code>{ $code }</code>
goodwill-copy-button = 📋 Copy the code
goodwill-coupon-given = 🎁 voucher { $worth } { $code }
goodwill-coupon-button = 🎟 Voucher: { $worth }
goodwill-told-coupon = 🎁 <b>{ $shop }</b> is sorry. As an apology we have a voucher for you: { $worth }, valid until { DATE($day) }. Your code: <code>{ $code }</code>
