# Fälle: was Kundinnen und Kunden lesen, wenn sie einen Menschen wünschen, und was das Team in seiner Gruppe sieht.
case-heard = 🙋 Unser Team ist benachrichtigt und antwortet Ihnen hier. Schreiben Sie ruhig schon, worum es geht: Alles, was Sie hier schreiben, liest jetzt ein Mensch.
case-heard-later = 🙋 Unser Team ist gerade nicht da. Ab { DAY($at) }, { TIME($at) } Uhr antwortet Ihnen hier ein Mensch. Schreiben Sie ruhig schon, worum es geht: Alles, was Sie hier schreiben, kommt an.
case-heard-complaint = 🙋 Es tut uns leid, dass etwas nicht gestimmt hat. Unser Team ist benachrichtigt und antwortet Ihnen hier. Schreiben Sie bitte schon, was vorgefallen ist: Alles, was Sie hier schreiben, liest jetzt ein Mensch.
case-heard-later-complaint = 🙋 Es tut uns leid, dass etwas nicht gestimmt hat. Unser Team ist gerade nicht da; ab { DAY($at) }, { TIME($at) } Uhr antwortet Ihnen hier ein Mensch. Schreiben Sie bitte schon, was vorgefallen ist: Alles, was Sie hier schreiben, kommt an.
case-already = 🙋 Ihr Anliegen liegt bei unserem Team. Sie bekommen hier Antwort.
case-closed = Das Gespräch mit unserem Team ist beendet. Ab jetzt antworte wieder ich, der Bot.
case-reopened = Unser Team hat Ihr Anliegen wieder aufgenommen und antwortet Ihnen hier.
case-end-button = Gespräch beenden
command-human = Mit einem Menschen sprechen
case-human-button = 🙋 Mensch
case-from-staff = 🙋 <b>Team { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · Fall { $id }
case-not-passed = { $kind }: Das kann ich unserem Team nicht weitergeben, nur Text, Fotos, Dokumente, Ton und Video. Bitte schreiben Sie es auf eine dieser Arten.

case-told-lost = Der Paketdienst meldet das Paket als verloren ({ DATETIME($at) }).
case-told-damaged = Der Paketdienst meldet das Paket als beschädigt ({ DATETIME($at) }).
case-told-action = Der Paketdienst meldet, dass etwas zu tun ist ({ DATETIME($at) }).
case-cause-human = möchte mit einem Menschen sprechen
case-cause-missing = zugestellt gemeldet, aber nicht da
case-cause-lost = Paket verloren
case-cause-damaged = Paket beschädigt
case-cause-late = Paket verspätet
case-cause-exception = Problem mit einem Paket
case-cause-complaint = Beschwerde
case-cause-detractor = unzufrieden nach einer Umfrage
case-cause-cancel = hat storniert: bitte den Versand stoppen und erstatten
case-cause-return = Rückgabe oder Widerruf
case-cause-change = möchte vor dem Versand etwas ändern
case-cause-feedback = Lob oder Anregung
case-about = Es geht um: { $topic }
case-about-too = Fragt auch nach: { $topic }
case-human-too = 🙋 Möchte mit einem Menschen sprechen.
case-human-asked = 🙋 Fall { $id }: Nach der schlechten Bewertung wird jetzt ein Mensch verlangt. Was die Person schreibt, kommt hierher.

case-card-open = 🔔 <b>Fall { $id }</b> · { $cause }
case-card-closed = ✅ <b>Fall { $id }</b> · { $cause } · geschlossen
case-card-who = { $name } · Sprache: { $language } · seit { DATETIME($at) }
case-card-who-only = { $name } · seit { DATETIME($at) }
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
case-reminder = ⏰ Fall { $id } ({ $cause }) wartet { $age }, und noch hat niemand reagiert.

case-details =
    <b>Fall { $id }</b>
    Name: { $name }
    E-Mail: { $email }
    Telefon: { $phone }
case-details-address =
    Lieferadresse: { $street }
    { $city }
case-away = 🌙 Unser Team ist gerade nicht da. Was Sie schreiben, kommt an; ab { DAY($at) }, { TIME($at) } Uhr antwortet Ihnen hier ein Mensch.
case-card-no-chat = Kundin oder Kunde
case-card-earlier =
    { $count ->
        [one] ⋯ eine frühere Nachricht steht im Verlauf
       *[other] ⋯ { $count } frühere Nachrichten stehen im Verlauf
    }
case-card-resolved = Ursache: { $cause } · Maßnahme: { $action }
case-card-words = „{ $words }“
case-closed-by-customer = Die Person hat das Gespräch selbst beendet.
case-closed-by-recovered = Erledigt: Das Paket ist wieder unterwegs.
case-closed-by-shipped = Erledigt: Es ist inzwischen verschickt, und die Person weiß es.
case-closed-by-declared = Erledigt: Der Widerruf ist erklärt und hat einen eigenen Fall.
case-closed-by-return = Erledigt: Die Rückgabe ist abgeschlossen.
case-handed-on = 🤝 { $name } hat Ihnen Fall { $id } übergeben ({ $cause }).
case-unanswered = 🚨 Fall { $id } ({ $cause }) wartet { $age }, und auch nach der Erinnerung hat niemand reagiert.
case-unposted = 🚨 Fall { $id } ({ $cause }) konnte nicht in die Gruppe des Teams gestellt werden: { $reason }.
case-undelivered = ⚠️ Nicht zugestellt an { $name }: { $about }{ $order }. Grund: { $reason }.
case-turned-up = 📦 Fall { $id }: Das Paket ist aufgetaucht, sagt die Person. Der Fall ist vergeben und bleibt deshalb offen.
case-age-minutes = seit { $minutes } Min.
case-banned = Über diesen Chat erreichen Sie unser Team nicht mehr. Ich, der Bot, bin weiter für Sie da.
case-nudge = ⏰ Fall { $id } ({ $cause }): Die Person wartet auf Ihre Antwort. Bleibt sie aus, wird der Fall wieder frei.
case-nudge-urgent = ⏰ Fall { $id } ({ $cause }): Die Person wartet auf Ihre Antwort, und die Frist läuft.
case-free-again = ↩️ Fall { $id } ({ $cause }) ist wieder frei, bisher bei { $name }. Die Person wartet.
case-card-rating = Antwort: { $rating }
case-card-rating-because = Antwort: { $rating } · { $reasons }
case-card-before = Davor: Fall { $id }, { $cause }
case-card-before-done = Davor: Fall { $id }, { $cause } · { $action }
case-way-ordered = bestellt { DATE($day) }
case-way-expected = erwartet { DATE($day) }
case-way-delivered = zugestellt { DATE($day) }
case-way-late =
    { $days ->
        [one] einen Tag zu spät
       *[other] { $days } Tage zu spät
    }
case-plan = 💡 <b>Vorschlag: { $trouble }</b>
case-plan-step = • { $step }
case-trouble-late = zu spät
case-trouble-damaged = beschädigt
case-trouble-wrong_item = falscher Artikel
case-trouble-packaging = Verpackung
case-trouble-courier = Zusteller
case-trouble-price = Preis
case-trouble-service = Service
case-trouble-slow = zu langsam
case-trouble-unsolved = nicht gelöst
case-trouble-unhelpful = Antwort half nicht
case-trouble-unfriendly = unfreundlich
case-trouble-complicated = zu umständlich
case-trouble-other = etwas anderes
case-trouble-lost = verloren
case-trouble-missing = nicht da
case-trouble-unknown = Grund nicht bekannt
case-contact-warned = ⏰ Fall { $id } ({ $cause }): Der Person hat noch niemand geschrieben. Bis { DATETIME($at) } sollte sie von uns gehört haben.
case-contact-missed = 🚨 Fall { $id } ({ $cause }): Der Person hat noch niemand geschrieben, und bis { DATETIME($at) } hätte sie von uns hören sollen.
case-resolve-warned = ⏰ Fall { $id } ({ $cause }) soll bis { DATETIME($at) } gelöst sein.
case-resolve-missed = 🚨 Fall { $id } ({ $cause }) hätte bis { DATETIME($at) } gelöst sein sollen und ist noch offen.
case-assigned-contact = 👉 Fall { $id } ({ $cause }) ist jetzt Ihrer: Niemand hat ihn übernommen. Bitte schreiben Sie der Person bis { DATETIME($at) }.
case-assigned-resolve = 👉 Fall { $id } ({ $cause }) ist jetzt Ihrer: Niemand kümmert sich darum. Bitte lösen Sie ihn bis { DATETIME($at) }.
case-assigned-late = 👉 Fall { $id } ({ $cause }) ist jetzt Ihrer: Niemand hat sich bis { DATETIME($at) } darum gekümmert. Bitte tun Sie es gleich.
case-clock-contact = ⏱ schreiben bis { DATETIME($at) }
case-clock-contact-missed = ❗ schreiben war fällig: { DATETIME($at) }
case-clock-contacted = ⏱ angeschrieben
case-clock-resolve = lösen bis { DATETIME($at) }
case-clock-resolve-missed = ❗ lösen war fällig: { DATETIME($at) }
case-unsolved = 👎 Fall { $id } ({ $cause }) ist wieder offen: Die Person sagt, dass es nicht gelöst ist.
case-unhappy = 👎 Fall { $id } ({ $cause }) ist wieder offen: Die Person ist weiterhin unzufrieden.
case-solved-yes = 👍 Die Person sagt, dass es gelöst ist.
case-solved-no = 👎 Die Person sagt, dass es nicht gelöst ist.
case-solved-asked = Die Person ist gefragt, ob es gelöst ist.
