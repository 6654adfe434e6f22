# Was Kunden antippen, und was Mitarbeiter beim Schreiben einer Aktion sehen.
offer-gone-toast = Dieses Angebot gibt es nicht mehr.
offer-product-gone-alert = Dieses Produkt gibt es nicht mehr.
offer-survey-gone-alert = Diese Umfrage ist gerade nicht möglich.
offer-stopped-toast = Sie bekommen keine Angebote mehr.
offer-stopped-before-toast = Sie bekommen bereits keine Angebote mehr.
offer-stopped =
    🔕 Sie bekommen keine Angebote mehr, auch keine, die schon unterwegs zu Ihnen waren.
    Nachrichten zu Ihren Bestellungen kommen weiter. Wenn Sie es sich anders überlegen, schalten Sie Angebote in Ihren Einwilligungen wieder ein.
offer-preview-stop-alert = Das ist eine Vorschau. Bei Kunden beendet dieser Knopf sofort alle Angebote.
