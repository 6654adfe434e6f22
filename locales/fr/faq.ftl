# Answers that the shop wrote itself, and whether they have helped.
faq-answer =
    <b>{ $question }</b>
    { $answer }
faq-only-in = Cette réponse n’existe pas encore en français ; la voici en { $language }.
faq-helpful-button = 👍 Utile
faq-not-helpful-button = 👎 Pas utile
faq-helpful-yes-toast = Merci, cela nous fait plaisir !
faq-helpful-no-toast = Dommage. Touchez « 🙋 Conseiller » et notre équipe vous aidera.
faq-helpful-no-alone-toast = Dommage. Merci de nous l’avoir dit !
