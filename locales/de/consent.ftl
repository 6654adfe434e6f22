# Consents. The texts consent-wording-… are what somebody agrees to, word for word: a change of even a comma needs a
# new version in locales/versions.toml. They hold no HTML, because they are stored as they are shown.
consent-wording-survey = Ich willige ein, dass { $shop } mich in diesem Chat nach einer Lieferung, einer Rücksendung oder einer Anfrage fragt, wie zufrieden ich bin, und mich einmal daran erinnert. Meine Antworten werden zusammen mit meiner Bestellung gespeichert und ausgewertet. Ich bekomme, Angebote mitgezählt, höchstens eine solche Nachricht am Tag und drei in der Woche. Die Einwilligung ist freiwillig, und ich kann sie jederzeit für die Zukunft widerrufen: in den Einstellungen unter „Einwilligungen“ oder mit dem Knopf unter jeder Umfrage.
consent-wording-promo = Ich willige ein, dass { $shop } mir in diesem Chat eigene Angebote, Neuigkeiten und Gewinnspiele sowie Hinweise zu meinen Treuepunkten schickt und dafür auswertet, was ich hier gekauft und geantwortet habe. Ich bekomme, Umfragen mitgezählt, höchstens eine solche Nachricht am Tag und drei in der Woche. Die Einwilligung ist freiwillig, und ich kann sie jederzeit für die Zukunft widerrufen: in den Einstellungen unter „Einwilligungen“ oder mit dem Knopf unter jeder solchen Nachricht.
consent-wording-community = Ich willige ein, dass { $shop } ein Profil von mir für die Gemeinschaft der Kunden führt: meinen Vornamen, seit wann ich dabei bin und woran ich dort teilnehme. Andere Kunden sehen davon nur, was ich selbst zeige. Die Einwilligung ist freiwillig, und ich kann sie jederzeit für die Zukunft widerrufen, in den Einstellungen unter „Einwilligungen“; das Profil wird dann nicht mehr geführt.

consent-ask-survey =
    <b>Eine freiwillige Frage:</b> Dürfen wir uns nach einer Lieferung hier melden und fragen, wie es war? Zum Antworten genügt ein Tipp.
    Wenn Sie Nein sagen, ändert sich für Ihre Bestellungen nichts.
consent-ask-promo =
    <b>Eine freiwillige Frage:</b> Möchten Sie hier ab und zu von Angeboten und Neuigkeiten hören?
    Wenn Sie Nein sagen, ändert sich für Ihre Bestellungen nichts.
consent-ask-community =
    <b>Eine freiwillige Frage:</b> Möchten Sie bei der Gemeinschaft unserer Kunden mitmachen?
    Wenn Sie Nein sagen, ändert sich für Ihre Bestellungen nichts.
consent-want-button = Ja, gern
consent-later-button = Später
consent-no-button = Nein, danke

consent-confirm-ask = <b>Bitte bestätigen Sie.</b> Erst mit dem zweiten Tipp gilt Ihre Einwilligung:
consent-confirm-button = Ja, ich willige ein
consent-cancel-button = Abbrechen
consent-given = ✓ <b>Danke, Sie haben eingewilligt.</b> Mit einem Tipp nehmen Sie es zurück:
consent-given-toast = Danke, notiert.
consent-given-before-toast = Sie hatten schon eingewilligt.
consent-words-changed-toast = Der Text hat sich geändert. Bitte lesen Sie ihn noch einmal.
consent-own-account-toast = Das kann nur entscheiden, wem dieser Chat gehört.
consent-later = Gut. Sie können es jederzeit selbst einschalten.
consent-declined = In Ordnung, wir fragen nicht wieder. Sie können es jederzeit selbst einschalten.
consent-cancelled = Sie haben in nichts eingewilligt.
consent-withdrawn = <b>Widerrufen.</b> Auch was schon auf den Versand wartete, kommt nicht mehr.
consent-withdrawn-toast = Widerrufen.
consent-withdraw-button = Widerrufen
consent-diary-button = Einwilligungen

consent-title = <b>Ihre Einwilligungen</b>
consent-intro = Jede ist freiwillig und mit einem Tipp widerrufen. Nachrichten zu Ihren Bestellungen kommen auch ohne.
consent-name-survey = Umfragen
consent-name-promo = Angebote
consent-name-community = Gemeinschaft
consent-state-given = ✓ <b>{ $name }</b>: ja, seit { DATETIME($at) } (Fassung { $version })
consent-state-withdrawn = ✗ <b>{ $name }</b>: gegeben { DATETIME($given) }, widerrufen { DATETIME($at) }
consent-state-refused = ✗ <b>{ $name }</b>: nein, gesagt { DATETIME($at) }
consent-state-never = ✗ <b>{ $name }</b>: nein
consent-earlier = Davor: gegeben { DATETIME($given) }, widerrufen { DATETIME($withdrawn) }
consent-switch-on-button = { $name }: einwilligen …
consent-switch-off-button = { $name }: widerrufen
# Whole messages that unsubscribe, in small letters.
consent-stop-words = stop, stopp, abmelden, abbestellen, keine werbung, keine werbung mehr
