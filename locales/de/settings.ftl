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
