# Ändern und Stornieren, bevor etwas verschickt ist.
change-button = ✏️ Ändern oder stornieren
change-ask =
    <b>Bestellung { $number } ändern</b>
    Es ist noch nicht alles verschickt. Was möchten Sie?
change-cancel-button = ✖️ Stornieren
change-address-button = 🏠 Andere Adresse
change-items-button = 🛒 Andere Artikel
change-write-address =
    <b>An welche Adresse soll es gehen?</b>
    Schreiben Sie uns Name, Straße, Postleitzahl, Ort und Land.
change-write-items =
    <b>Was sollen wir ändern?</b>
    Schreiben Sie uns, was Sie anders möchten.
change-asked =
    <b>Ihr Wunsch ist bei unserem Team.</b>
    Geändert ist noch nichts: Wir versuchen es, bevor das Paket losgeht, und sagen Ihnen hier, ob es geklappt hat.
change-gone =
    <b>Es ist schon unterwegs.</b>
    Ändern können wir es leider nicht mehr. Widerrufen oder zurückgeben geht weiterhin, und unser Team hilft gern.
change-done = ✅ <b>Ihre Bestellung { $number } ist geändert</b>, so wie Sie es wollten. Viele Grüße, { $shop }
change-too-late = 🚚 <b>Für Bestellung { $number } war es leider zu spät</b>: Sie geht so hinaus, wie sie war. Widerrufen oder zurückgeben können Sie weiterhin. { $shop }
