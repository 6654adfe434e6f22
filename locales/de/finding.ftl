# finding-…: was die Prüfung an einer Aktion findet, für das Team.
finding-no_text = Es gibt noch keinen Text.
finding-text_broken = {$locale}: Telegram versteht die Formatierung {$tag} nicht.
finding-text_too_long = {$locale}: Der Text hat {$length} Zeichen, möglich sind {$most}.
finding-language_missing = { $number ->
    [one] {$locale}: Für eine Person fehlt der Text. Bitte wählen Sie, ob sie ihn in einer anderen Sprache bekommt oder gar nicht.
   *[other] {$locale}: Für {$number} Personen fehlt der Text. Bitte wählen Sie, ob sie ihn in einer anderen Sprache bekommen oder gar nicht.
 }
finding-language_fallback = { $number ->
    [one] {$locale}: Eine Person bekommt den Text in einer anderen Sprache.
   *[other] {$locale}: {$number} Personen bekommen den Text in einer anderen Sprache.
 }
finding-language_hold = { $number ->
    [one] {$locale}: Eine Person bekommt nichts, weil der Text fehlt.
   *[other] {$locale}: {$number} Personen bekommen nichts, weil der Text fehlt.
 }
finding-label_missing = {$locale}: Die erste Zeile sagt nicht, dass es Werbung ist.
finding-reduction_unclear = {$locale}: „{$words}“ kündigt eine Preissenkung an. Bitte nennen Sie den niedrigsten Preis der letzten 30 Tage, oder sagen Sie, dass kein Preis gesenkt wird.
finding-lowest_price_missing = Zur Preissenkung fehlt der niedrigste Preis der letzten 30 Tage.
finding-no_reduction = Der Preis { MONEY($price) } liegt nicht unter dem niedrigsten der letzten 30 Tage ({ MONEY($lowest) }).
finding-too_many_buttons = Mehr als {$most} Knöpfe sind nicht möglich.
finding-button_twice = Zwei Knöpfe sind derselbe. Bitte nehmen Sie einen heraus.
finding-button_label = Knopf „{$button}“: Die Aufschrift fehlt oder ist zu lang (64 Zeichen).
finding-button_address = Knopf „{$button}“: Das ist keine Adresse mit https://.
finding-button_code = Knopf „{$button}“: Der Code fehlt oder ist zu lang (256 Zeichen).
finding-button_target = Knopf „{$button}“: Das Produkt oder die Umfrage gibt es nicht (mehr).
finding-clicks_uncounted = Klicks auf Links werden nicht gezählt, weil BOTE_PUBLIC_URL fehlt.
finding-too_many_media = Mehr als {$most} Bilder und Videos passen nicht in ein Album.
finding-media_broken = Ein Bild oder Video ist nicht lesbar. Bitte fügen Sie es neu ein.
finding-sends_itself = Diese Vorlage verschickt sich von selbst und wird dafür gebraucht. Für einen Versand von Hand nehmen Sie eine „Kopie“, oder schalten Sie das Selbsttätige erst aus.
finding-no_time = Es ist keine Zeit gewählt.
finding-time_past = Die gewählte Zeit ist vorbei.
finding-hour_struck = { $number ->
    [one] Für eine Person ist diese Stunde schon vorbei: Sie bekommt es sofort, außer in ihren Ruhezeiten.
   *[other] Für {$number} Personen ist diese Stunde schon vorbei: Sie bekommen es sofort, außer in ihren Ruhezeiten.
}
finding-expires_before = Das Angebot ist abgelaufen, bevor es losgeht.
finding-expires_during = Das Angebot läuft ab, bevor alle es haben können.
finding-rest = { $number ->
    [one] Eine Person bekommt es erst nach ihren Ruhezeiten (nachts, je nach Land auch sonn- und feiertags).
   *[other] {$number} Personen bekommen es erst nach ihren Ruhezeiten (nachts, je nach Land auch sonn- und feiertags).
}
finding-rest_too_long = { $number ->
    [one] Eine Person bekommt es nie: Das Angebot läuft vor dem Ende ihrer Ruhezeiten ab.
   *[other] {$number} Personen bekommen es nie: Das Angebot läuft vor dem Ende ihrer Ruhezeiten ab.
}
finding-budget_too_long = { $number ->
    [one] Eine Person bekommt es nie: Das Angebot läuft ab, ehe sie wieder Werbung bekommen darf (eine Nachricht in 24 Stunden, drei in sieben Tagen, keine gleich nach Ärger mit einem Paket).
   *[other] {$number} Personen bekommen es nie: Das Angebot läuft ab, ehe sie wieder Werbung bekommen dürfen (eine Nachricht in 24 Stunden, drei in sieben Tagen, keine gleich nach Ärger mit einem Paket).
}
finding-untested = Noch kein Test verschickt: {$languages}. „Vorschau“ sendet ihn an Sie.
finding-changed_since_test = Seit dem letzten Test geändert: {$languages}.
finding-audience_empty = Niemand würde es bekommen.
finding-approval_needed = { $number ->
    [one] Eine Person: Über {$above} gibt jemand anderes es erst frei.
   *[other] {$number} Personen: Über {$above} gibt jemand anderes es erst frei.
 }
finding-overlap = „{$title}“ (Nr. {$id}) geht innerhalb von 24 Stunden hinaus. Wer beides bekäme, bekommt das zweite später.
finding-post_too_long = Der Beitrag hat in allen Sprachen zusammen {$length} Zeichen, erlaubt sind {$most}.
finding-no_channel = Es ist kein Kanal eingestellt (BOTE_COMMUNITY_CHAT_ID).
finding-button_in_channel = Der Knopf „{$button}“ führt aus dem Kanal in den Chat mit dem Bot. Dessen Namen kennt Bote erst, wenn der Bot einmal gelaufen ist.
finding-post_waits = Der Beitrag wartet wegen der Ruhezeiten bis { DATETIME($until) }.
