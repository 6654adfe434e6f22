# Answers that the shop wrote itself, and whether they have helped.
faq-answer =
    <b>{ $question }</b>
    { $answer }
faq-only-in = Op Lëtzebuergesch gëtt et dës Äntwert nach net; hei steet se op { $language }.
faq-helpful-button = 👍 Hëllefräich
faq-not-helpful-button = 👎 Net hëllefräich
faq-helpful-yes-toast = Merci, dat freet eis!
faq-helpful-no-toast = Schued. Iwwer „🙋 Mënsch“ hëlleft Iech eis Ekipp weider.
faq-helpful-no-alone-toast = Schued. Merci fir den Hiwäis!
