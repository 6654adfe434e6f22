# The privacy notice. A change of its words needs a new version in locales/versions.toml.
privacy-title = <b>Datenschutz im Chat mit { $shop }</b>
privacy-stored =
    <b>Was gespeichert wird</b>
    • Ihr Messenger-Konto: Nummer, Vorname, Sprache, Zeitzone, verknüpfte Einkäufe, Stelle im Gespräch und, für einen Tag, die letzten Worte
    • Ihre Bestellungen, Pakete, Rücksendungen und Erstattungen, aus den Unterlagen des Shops und von den Zustelldiensten
    • was Sie unserem Team schreiben und wir Ihnen, mit Bildern
    • Einwilligungen mit Wortlaut und Zeit, Antworten auf Umfragen, Punkte, über welche Einladung Sie gekommen sind, Anfragen zu unseren Gruppen, Gewinnspiele, an denen Sie teilnehmen, Ihre Bewertungen von Produkten, ausverkaufte Produkte, auf die Sie warten
    Was Sie sonst schreiben, wird gelesen, um Ihnen zu antworten; Ihre Fragen werden ohne Nummern und Adressen aufbewahrt, damit die Antworten besser werden.
privacy-why =
    <b>Wozu, und auf welcher Grundlage</b>
    • Auskunft, Paketnachrichten, Rücksendungen, Anliegen, Punkte, Gewinnspiele, Bewertungen: Vertrag (Art. 6 Abs. 1 Buchst. b DSGVO)
    • Bestellungen und Belege aufbewahren: Gesetz (Buchst. c)
    • Umfragen, Angebote, Gemeinschaft: Ihre Einwilligung (Buchst. a), jede für sich und jederzeit widerrufbar
    • Fremde fernhalten, Missbrauch abwehren, bessere Antworten: berechtigtes Interesse (Buchst. f)
    Ihre Daten werden nicht verkauft.
privacy-how-long =
    <b>Wie lange</b>
    • Konto und Verknüpfung: bis Sie sie löschen; Stelle im Gespräch: 30 Tage nach der letzten Nachricht
    • Texte unserer Nachrichten: 30 Tage; Worte und Bilder zu Anliegen und Rücksendungen: ein Jahr nach dem Ende
    • Fragen an den Bot, und über welche Einladung Sie gekommen sind: ein Jahr, dann nur noch gezählt; Anfragen zu unseren Gruppen: ein Jahr; Gewinnspiele: ein Jahr nach dem Ende, dann bleiben Lose ohne Person; Bewertungen: fünf Jahre, oder bis Sie sie löschen
    • Antworten auf Umfragen: zwei Jahre, dann ohne Person; Punkte: bis Sie löschen
    • Einwilligungen: solange sie gelten, danach drei Jahre als Nachweis
    • Bestellungen: solange Steuer- und Handelsrecht den Shop dazu verpflichten (acht Jahre), nach einer Löschung gesperrt
privacy-telegram =
    <b>Telegram</b>
    Telegram ist eine unabhängige Plattform mit eigener Datenschutzerklärung. Chats mit einem Bot sind <b>nicht Ende-zu-Ende-verschlüsselt</b>. Deshalb stehen Adresse, E-Mail und Telefonnummer hier nur verkürzt. Bitte senden Sie keine Karten- oder Bankdaten.
privacy-rights =
    <b>Ihre Rechte</b>
    Mit den Knöpfen unten bekommen Sie sofort eine Kopie Ihrer Daten, löschen alles und schalten Einwilligungen aus. Sie können außerdem Berichtigung und Einschränkung verlangen, der Verarbeitung widersprechen und sich bei einer Datenschutzbehörde beschweren. Der Shop antwortet binnen eines Monats.
privacy-contact = <b>Kontakt</b>: { $shop }, { $contact }
privacy-contact-unknown = <b>Kontakt</b>: { $shop }, unter der Adresse in Ihrer Bestellbestätigung
privacy-version = Fassung { $version } vom { DATE($day) }

privacy-export-button = 📄 Kopie meiner Daten
privacy-erase-button = 🗑 Alles löschen
privacy-read-button = Datenschutz lesen
privacy-changed =
    <b>Unsere Datenschutzhinweise sind neu</b> (Fassung { $version } vom { DATE($day) }).
    Neu ist: Wenn Sie ein Produkt bewerten, zeigen wir Sterne, Worte und Foto ohne Ihren Namen beim Produkt, bis zu fünf Jahre oder bis Sie sie löschen. Wenn Sie an einem Gewinnspiel teilnehmen, wird das mit Ihrem Los bis ein Jahr nach dem Ende aufbewahrt. Wenn Sie in eine unserer Gruppen möchten, wird die Anfrage mit der Antwort ein Jahr lang aufbewahrt. Wenn Sie über den Einladungslink von jemand anderem kommen, wird das ein Jahr lang vermerkt; keiner erfährt dabei etwas vom anderen. Ihre Fragen an den Bot werden ohne Nummern und Adressen ein Jahr lang aufbewahrt, damit die Antworten besser werden. Mit einem Tipp bekommen Sie eine Kopie Ihrer Daten, mit zwei Tipps löschen Sie alles. Umfragen und Angebote gibt es nur mit Ihrer Einwilligung. Was { $shop } wie lange speichert, steht unter /privacy.

privacy-export-caption =
    <b>Ihre Daten</b>, Stand { DATETIME($at) }. Die Datei lässt sich mit jedem Texteditor lesen.
privacy-export-masked = Anschrift, E-Mail und Telefon sind verkürzt, weil Sie den Einkauf mit einer Bestellnummer verknüpft haben. Ungekürzt bekommen Sie sie über den Link in Ihrer Bestellmail oder vom Shop.
privacy-export-file-button = meine-daten
privacy-export-masked-alert = „{ $hidden }“: verkürzt, weil der Einkauf nur mit einer Bestellnummer verknüpft ist.
privacy-export-no-notes-alert = Notizen, die das Team für sich gemacht hat, gibt der Shop auf Anfrage heraus.

privacy-erase-ask =
    <b>Wirklich alles löschen?</b>
    Gelöscht werden die Verknüpfung mit Ihren Einkäufen, Name und Kontaktdaten, Gespräche mit unserem Team, Antworten, Punkte und alles, was auf den Versand wartet. Einwilligungen enden; der Nachweis darüber bleibt drei Jahre.
    Bestellungen und Rechnungen muss der Shop aufbewahren. Sie werden gesperrt: niemand sieht sie mehr hier im Chat, auch Sie nicht.
privacy-erase-orders =
    { $count ->
        [one] ⚠️ Zu der Bestellung, die noch unterwegs ist, kommen keine Nachrichten mehr.
       *[other] ⚠️ Zu den { $count } Bestellungen, die noch unterwegs sind, kommen keine Nachrichten mehr.
    }
privacy-erase-returns =
    { $count ->
        [one] ⚠️ Zu einer offenen Rückgabe erfahren Sie hier nichts mehr; der Shop wickelt sie trotzdem ab.
       *[other] ⚠️ Zu { $count } offenen Rückgaben erfahren Sie hier nichts mehr; der Shop wickelt sie trotzdem ab.
    }
privacy-erase-cases =
    { $count ->
        [one] ⚠️ Ein offenes Anliegen wird geschlossen, ohne dass wir antworten.
       *[other] ⚠️ { $count } offene Anliegen werden geschlossen, ohne dass wir antworten.
    }
privacy-erase-points =
    { $count ->
        [one] ⚠️ Ein Punkt verfällt.
       *[other] ⚠️ { $count } Punkte verfallen.
    }
privacy-erase-shared =
    { $count ->
        [one] Ein Einkauf ist noch mit einem anderen Chat verknüpft und bleibt dort sichtbar.
       *[other] { $count } Einkäufe sind noch mit einem anderen Chat verknüpft und bleiben dort sichtbar.
    }
privacy-erase-confirm-button = Ja, endgültig löschen
privacy-erase-keep-button = Nein, behalten
privacy-erase-kept = Es wurde nichts gelöscht.
privacy-erase-expired-toast = Das ist eine Weile her. Bitte bestätigen Sie noch einmal.
privacy-erased =
    <b>Gelöscht.</b> Hier ist nichts mehr von Ihnen gespeichert, außer was das Gesetz verlangt, und das ist gesperrt.
    Den Verlauf bei Telegram löschen Sie selbst, indem Sie diesen Chat löschen. Wenn Sie wieder schreiben, fangen wir neu an.

privacy-room-customer-alert = Ihr Chat, verknüpfte Einkäufe, Einwilligungen (Vertrag; Einwilligungen als Nachweis)
privacy-room-conversation-alert = Ihre Stelle im Gespräch (Vertrag; 30 Tage)
privacy-room-shop-alert = Bestellungen, wie der Shop sie führt (Vertrag; danach gesetzliche Aufbewahrung)
privacy-room-shipping-alert = Was Zustelldienste zu Ihren Paketen gemeldet haben (Vertrag)
privacy-room-ticket-alert = Anliegen und Gespräche mit dem Team (Vertrag; ein Jahr nach dem Ende)
privacy-room-return-alert = Rücksendungen und Erstattungen (Vertrag und Gesetz)
privacy-room-survey-alert = Umfragen und Ihre Antworten (Einwilligung; zwei Jahre, dann ohne Person)
privacy-room-loyalty-alert = Ihre Punkte mit jedem Grund (Vertrag)
privacy-room-outbox-alert = Nachrichten, die wir von uns aus geschrieben haben (Texte: 30 Tage)
privacy-room-staff-alert = Wann jemand vom Team Ihre Daten angesehen oder etwas getan hat (Rechenschaft)
privacy-room-support-alert = Ihre Fragen an den Bot und was daraus wurde (berechtigtes Interesse; ein Jahr, dann ohne Person), Produkte, auf die Sie warten (Vertrag; höchstens 180 Tage)
privacy-room-broadcast-alert = Angebote, die für Sie bestimmt waren, und was Sie darin angetippt haben (Einwilligung; zwei Jahre)
privacy-room-community-alert = Gewinnspiele, an denen Sie teilnehmen, mit Ihrem Los; Anfragen zu unseren Gruppen (Vertrag; ein Jahr nach dem Ende, Lose dann ohne Person)
privacy-room-demo-alert = Die erfundene Welt der Demo

privacy-request-data_request = { $platform } hat um eine Kopie der Daten einer Person gebeten (Anfrage { $id }). Sie liegt bereit: <code>main.py privacy answer { $id }</code>
privacy-request-redact = { $platform } hat um die Löschung einer Person gebeten (Anfrage { $id }). Sie ist gelöscht.
privacy-request-shop_redact = { $platform } hat um die Löschung aller Kunden des Shops gebeten (Anfrage { $id }). Sie sind gelöscht.
