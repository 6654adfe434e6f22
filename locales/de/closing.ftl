# Einen Fall schließen: was es war, was getan wurde. Die Familien closing-cause- und closing-action- stehen auf Knöpfen und Karten.
closing-cause-ask =
    <b>Fall { $id } schließen</b>
    Was war die Ursache?
closing-action-ask =
    <b>Fall { $id } schließen</b>
    Was wurde getan?
closing-words-ask =
    <b>Fall { $id } schließen</b>
    Möchten Sie für das Team noch etwas festhalten? Schreiben Sie es, oder schließen Sie ohne Worte.
closing-not-told = ⚠️ Der Kundin oder dem Kunden hat noch niemand geschrieben.
closing-close-button = ✅ Ohne Worte schließen

closing-cause-question = nur eine Frage
closing-cause-late = zu spät
closing-cause-lost = verloren
closing-cause-damaged = beschädigt
closing-cause-wrong_item = falscher Artikel
closing-cause-product = das Produkt selbst
closing-cause-address = Adresse
closing-cause-courier = Zusteller
closing-cause-payment = Zahlung
closing-cause-returning = Rücksendung
closing-cause-other = etwas anderes

closing-action-answered = beantwortet
closing-action-found = Paket gefunden
closing-action-resent = neu verschickt
closing-action-replaced = ersetzt
closing-action-refunded = erstattet
closing-action-goodwill = Kulanz
closing-action-claimed = beim Paketdienst reklamiert
closing-action-nothing = nichts nötig
closing-action-other = etwas anderes
