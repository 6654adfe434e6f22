# When something does not work: always a way on, never a technical word.
error-unexpected = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal; das Menü steht unten.
error-too-many-tries = Das war ein Versuch zu viel. Bitte warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.
error-not-found = Das habe ich nicht gefunden. Hier ist das Menü:
error-link-expired = Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte verknüpfen Sie Ihren Einkauf auf einem dieser Wege:
error-stale = Diese Taste gehörte zu einer früheren Ansicht. Hier ist die aktuelle:
error-stale-alert = Diese Taste ist nicht mehr aktuell. Ich öffne das Menü.
error-busy-alert = Das hat zu lange gedauert. Bitte tippen Sie noch einmal.
error-cut = … Ein Teil des Textes fehlt hier, weil eine Nachricht nicht länger sein darf.
flood-notice = Das waren sehr viele Nachrichten auf einmal. Sobald es einige Sekunden ruhig ist, lese ich weiter.
error-stale-begun-alert = Diese Taste ist nicht mehr aktuell. Hier geht es weiter, wo Sie waren.
error-stale-now-alert = Diese Taste ist nicht mehr aktuell. Ich zeige, wie es jetzt steht.
