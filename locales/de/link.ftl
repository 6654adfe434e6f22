# Linking a chat to purchases. link-not-found is one answer to an unknown number and a wrong proof, on purpose.
link-intro =
    <b>Einkauf verknüpfen</b>
    Damit niemand sonst Ihre Bestellungen sieht, muss { $shop } wissen, dass es Ihre sind. Dafür gibt es drei Wege:

    • Öffnen Sie den Link in Ihrer Bestellmail.
    • Teilen Sie Ihre eigene Telefonnummer, wenn der Shop sie kennt.
    • Nennen Sie mir die Bestellnummer und die E-Mail-Adresse oder Postleitzahl der Bestellung.
link-ask-contact = Bitte tippen Sie unten auf „Meine Telefonnummer teilen“. Ich vergleiche sie nur mit den Kunden des Shops.
link-contact-received = Danke. Ich suche nach Einkäufen mit dieser Nummer.
link-ask-number = Bitte schreiben Sie die <b>Bestellnummer</b>. Sie steht in Ihrer Bestellmail.
link-number-unreadable = Darin erkenne ich keine Bestellnummer. Bitte schreiben Sie nur die Nummer aus Ihrer Bestellmail.
link-ask-proof =
    Bestellung { $number }: Bitte schreiben Sie die <b>E-Mail-Adresse</b>, mit der bestellt wurde, oder die <b>Postleitzahl</b> der Lieferadresse.
link-offer = <b>Sind Sie das?</b>
link-offer-name = Name: { $name }
link-offer-email = E-Mail: { $email }
link-offer-phone = Telefon: { $phone }
link-offer-address = Adresse: { $address }
link-offer-order = Bestellung: { $number }
link-offer-foot = Wenn Sie bestätigen, darf dieser Chat diese Einkäufe sehen. Unter „Mein Konto“ können Sie das jederzeit aufheben.
link-done = <b>Verknüpft.</b> Ab jetzt finden Sie Ihre Bestellungen hier.
link-already = Dieser Einkauf ist schon mit Ihrem Chat verknüpft.
link-cancelled = Es wurde nichts verknüpft.
link-not-found =
    Nummer und Nachweis passen nicht zusammen. Bitte vergleichen Sie beides mit Ihrer Bestellmail. Nach fünf Versuchen müssen Sie eine Viertelstunde warten.
link-contact-unknown = Zu dieser Telefonnummer ist kein Einkauf vermerkt. Bitte versuchen Sie es mit der Bestellnummer.
link-contact-foreign = Das ist der Kontakt einer anderen Person. Bitte teilen Sie Ihre eigene Telefonnummer über die Taste.
link-private-only = Einkäufe lassen sich nur im privaten Chat verknüpfen, damit niemand mitliest.
link-contact-button = Meine Telefonnummer teilen
link-order-button = Bestellnummer eingeben
link-confirm-button = Ja, verknüpfen
link-other-button = Anderen Weg wählen
link-cancel-button = Abbrechen
