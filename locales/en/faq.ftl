# Answers that the shop wrote itself, and whether they have helped.
faq-answer =
    <b>{ $question }</b>
    { $answer }
faq-only-in = There is no English version of this answer yet; here it is in { $language }.
faq-helpful-button = 👍 Helpful
faq-not-helpful-button = 👎 Not helpful
faq-helpful-yes-toast = Thank you, we are glad!
faq-helpful-no-toast = A pity. Tap “🙋 Human” and our team will help you.
faq-helpful-no-alone-toast = A pity. Thank you for telling us!
