# Language and time zone.
settings-title =
    <b>Einstellungen</b>
    Sprache: { $language }
    Zeitzone: { $zone }
settings-zone-choose =
    <b>Zeitzone</b>
    Zeiten werden in der Ortszeit von { $zone } angezeigt. Wo sind Sie?
settings-zone-ask = Bitte schreiben Sie eine Stadt oder ein Land, zum Beispiel „Wien“.
settings-zone-unknown = Diesen Ort kenne ich nicht. Bitte schreiben Sie eine größere Stadt in der Nähe oder das Land.
settings-language-button = Sprache
settings-zone-button = Zeitzone
settings-zone-derived-button = Automatisch, nach dem Lieferland
settings-zone-other-button = Anderer Ort
settings-zone-changed-toast = Zeitzone geändert.
settings-news-button = Was wir Ihnen geschrieben haben
settings-news-title = <b>Unsere letzten Nachrichten</b>
settings-news-none = Bisher haben wir Ihnen nichts von uns aus geschrieben.
settings-news-line = • { $about }{ $order }: { $outcome }
settings-news-sent = gesendet
settings-news-waiting = wartet ({ $reason })
settings-news-unsent = nicht gesendet ({ $reason })
settings-news-queued = wartet auf den Versand
settings-news-order = {" "}(Bestellung { $number })
