# Until when one may withdraw, as a day; and the form of the law.
term-title = <b>📅 Withdrawal period</b>
term-open = You can withdraw until <b>{ DAY($day) }</b>.
term-enough = It is enough to send it off on that day.
term-unbegun = You can withdraw already. The period only begins when everything has reached you, and then lasts { NUMBER($days) } days.
term-unknown = You can still withdraw. No last day is certain, since nobody has told when everything reached you.
term-provided = You can withdraw until you have got the digital content with your consent.
term-over = The withdrawal period ended on <b>{ DAY($day) }</b>.
term-excluded = The law knows no withdrawal for these items.
term-nothing = There is nothing left here to withdraw from: all of it is part of a return already, or you have your money back.
term-general = You can withdraw for { NUMBER($days) } days after you have got everything; where the last day is a Saturday, a Sunday or a holiday, until the next working day. I tell you the exact day for each linked order.
term-form-text =
    <b>You need no form.</b>
    A sentence here in the chat is enough, such as “I withdraw from order 1001”, or two taps under the order. The acknowledgement comes at once.
    If you would rather fill one in, I send you the model withdrawal form as a file.
term-form-button = 📄 Withdrawal form as a file
term-form-toast = The form is on its way.

# The model of Annex I B of Directive 2011/83/EU.
term-form-file = Withdrawal-form.pdf
term-form-title = Model withdrawal form
term-form-use = (Complete and return this form only if you wish to withdraw from the contract.)
term-form-to = To
term-form-declare = I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale of the following goods (*)/for the provision of the following service (*)
term-form-order = Order { $number }: ____________________________
term-form-goods = ____________________________________________
term-form-ordered = Ordered on (*)/received on (*): ____________________________
term-form-name = Name of consumer(s): ____________________________
term-form-address = Address of consumer(s): ____________________________
term-form-signature = Signature of consumer(s) (only if this form is notified on paper): ____________________
term-form-date = Date: ____________________
term-form-strike = (*) Delete as appropriate.
