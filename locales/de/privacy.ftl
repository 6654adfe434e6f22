# The privacy notice. A change of meaning needs a new PRIVACY_VERSION in bot/customers/notice.py.
privacy-title = <b>Datenschutz im Chat mit { $shop }</b>
privacy-stored =
    <b>Was gespeichert wird</b>
    Die Nummer und der Vorname Ihres Messenger-Kontos, Ihre Sprache und Zeitzone, welche Einkäufe mit diesem Chat verknüpft sind und an welcher Stelle des Gesprächs Sie sind, mit Ihren Eingaben zum Verknüpfen. Bestellungen, Pakete und Antworten auf Umfragen stammen aus den Unterlagen des Shops. Was Sie sonst schreiben, wird gelesen, um Ihnen zu antworten, und nicht aufbewahrt.
privacy-why =
    <b>Wozu</b>
    Um Ihre Fragen zu Ihren Einkäufen zu beantworten (Vertrag, Art. 6 Abs. 1 Buchst. b DSGVO) und Fremde von ihnen fernzuhalten (berechtigtes Interesse, Art. 6 Abs. 1 Buchst. f DSGVO). Ohne Ihre Einwilligung gibt es keine Werbung, und Ihre Daten werden nicht verkauft.
privacy-how-long =
    <b>Wie lange</b>
    Die Verknüpfung mit Ihren Einkäufen: bis Sie sie aufheben. Verknüpfungscodes aus Bestellmails: 30 Tage. Fehlgeschlagene Versuche: 15 Minuten. Die Stelle im Gespräch: 30 Tage nach Ihrer letzten Nachricht. Bestellungen: solange Steuer- und Handelsrecht den Shop dazu verpflichten.
privacy-telegram =
    <b>Telegram</b>
    Telegram ist eine unabhängige Plattform mit eigener Datenschutzerklärung. Chats mit einem Bot sind <b>nicht Ende-zu-Ende-verschlüsselt</b>. Deshalb stehen Adresse, E-Mail und Telefonnummer hier nur verkürzt. Bitte senden Sie keine Karten- oder Bankdaten.
privacy-rights =
    <b>Ihre Rechte</b>
    Sie können Auskunft, Berichtigung, Löschung, Einschränkung und eine Kopie Ihrer Daten verlangen, der Verarbeitung widersprechen und sich bei einer Datenschutzbehörde beschweren. Der Shop antwortet binnen eines Monats. Verknüpfungen können Sie unter „Mein Konto“ sofort selbst aufheben.
privacy-contact = <b>Kontakt</b>: { $shop }, { $contact }
privacy-contact-unknown = <b>Kontakt</b>: { $shop }, unter der Adresse in Ihrer Bestellbestätigung
privacy-version = Fassung { $version } vom { DATE($day) }
