# Aktionen: was in jeder Nachricht steht, und warum etwas nicht geht.
campaign-label = Anzeige von {$shop}
campaign-lowest-price = Niedrigster Preis der letzten 30 Tage: { MONEY($price) }
campaign-stop-button = 🔕 Keine Angebote mehr
campaign-wrong-status = Das geht im jetzigen Zustand der Aktion nicht. Bitte laden Sie die Ansicht neu.
campaign-changed = Jemand hat die Aktion inzwischen geändert. Bitte sehen Sie sie noch einmal an.
campaign-not-ready = Die Aktion ist noch nicht bereit. Die Prüfung zeigt, was fehlt.
campaign-own-approval = Wer eine Aktion geschrieben oder geändert hat, kann sie nicht selbst freigeben.
campaign-on-its-way = Der Beitrag geht gerade hinaus. Bitte versuchen Sie es gleich noch einmal.
campaign-media-fixed = Im Kanal lässt sich ein Bild gegen ein anderes tauschen oder zu einem Text hinzufügen; wegnehmen lässt es sich dort nicht, und ein Album bleibt, wie es ist.
segment-wrong = Diese Auswahl ist so nicht möglich: {$field}.
campaign-language-mark = 🇩🇪
campaign-post-over = ⌛ Dieses Angebot ist vorbei.
