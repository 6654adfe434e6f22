# Fälle: was Kundinnen und Kunden lesen, wenn sie einen Menschen wünschen, und was das Team in seiner Gruppe sieht.
case-heard = 🙋 Unser Team ist benachrichtigt und antwortet Ihnen hier. Schreiben Sie ruhig schon, worum es geht: Alles, was Sie hier schreiben, liest jetzt ein Mensch.
case-heard-later = 🙋 Unser Team ist gerade nicht da. Ab { DAY($at) }, { TIME($at) } Uhr antwortet Ihnen hier ein Mensch. Schreiben Sie ruhig schon, worum es geht: Alles, was Sie hier schreiben, kommt an.
case-already = 🙋 Ihr Anliegen liegt bei unserem Team. Sie bekommen hier Antwort.
case-closed = Das Gespräch mit unserem Team ist beendet. Ab jetzt antworte wieder ich, der Bot.
case-reopened = Unser Team hat Ihr Anliegen wieder aufgenommen und antwortet Ihnen hier.
case-end-button = Gespräch beenden
command-human = Mit einem Menschen sprechen
case-human-button = 🙋 Mensch
case-from-staff = 🙋 <b>Team { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · Fall { $id }
case-not-passed = Weitergeben kann ich Text, Fotos und Dokumente. Bitte schreiben Sie es unserem Team auf eine dieser Arten.

case-cause-human = möchte mit einem Menschen sprechen
case-cause-missing = zugestellt gemeldet, aber nicht da
case-cause-lost = Paket verloren
case-cause-damaged = Paket beschädigt
case-cause-late = Paket verspätet
case-cause-exception = Problem mit einem Paket
case-cause-complaint = Beschwerde

case-card-open = 🔔 <b>Fall { $id }</b> · { $cause }
case-card-closed = ✅ <b>Fall { $id }</b> · { $cause } · geschlossen
case-card-who = { $name } · Sprache: { $language } · seit { DATETIME($at) }
case-card-order = Bestellung { $number } · { $state } · { $total }
case-card-total = { MONEY($total) }
case-card-parcel = Paket { $carrier } <code>{ $number }</code> · { $state }
case-card-signed = Empfang bestätigt von: { $name }
case-card-line = { $sign } { $text } { $mark }
case-card-owner = Kümmert sich: { $name }
case-card-nobody = Noch kümmert sich niemand. Antworten Sie auf diese Nachricht, um der Person zu schreiben; /note davor bleibt unter uns.

case-queue-empty = Nichts wartet. 🎉
case-queue-title =
    { $count ->
        [one] <b>Ein Fall ist offen</b>
       *[other] <b>{ $count } Fälle sind offen</b>
    }
case-queue-cause = <i>{ $cause }</i>
case-queue-line = { $sign } Fall { $id } · { $age } · Bestellung { $order } · { $value }
case-queue-more = … und { $count } weitere
case-age-days =
    { $days ->
        [one] seit einem Tag
       *[other] seit { $days } Tagen
    }
case-age-hours = seit { $hours } Std.
case-reminder = ⏰ Fall { $id } ({ $cause }) wartet seit { $minutes } Minuten, und noch hat niemand reagiert.

case-details =
    <b>Fall { $id }</b>
    Name: { $name }
    E-Mail: { $email }
    Telefon: { $phone }
case-details-address =
    Lieferadresse: { $street }
    { $city }
