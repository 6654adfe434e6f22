# Answers that the shop wrote itself, and whether they have helped.
faq-answer =
    <b>{ $question }</b>
    { $answer }
faq-only-in = Auf Deutsch gibt es diese Antwort noch nicht; sie steht hier auf { $language }.
faq-helpful-button = 👍 Hilfreich
faq-not-helpful-button = 👎 Nicht hilfreich
faq-helpful-yes-toast = Danke, das freut uns!
faq-helpful-no-toast = Schade. Über „🙋 Mensch“ hilft Ihnen unser Team weiter.
faq-helpful-no-alone-toast = Schade. Danke für den Hinweis!
