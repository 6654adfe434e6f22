# Ändern und Stornieren, bevor etwas verschickt ist.
change-button = ✏️ Ändern oder stornieren
change-ask =
    <b>Bestellung { $number } ändern</b>
    Was noch nicht verschickt ist, lässt sich ändern. Was möchten Sie?
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
change-delivered =
    <b>Sie ist schon bei Ihnen.</b>
    Ändern oder stornieren können wir sie nicht mehr.
change-delivered-back = Stimmt etwas nicht, schicken Sie es zurück: Tippen Sie unten.
change-done = ✅ <b>Ihre Bestellung { $number } ist geändert</b>, so wie Sie es wollten. Viele Grüße, { $shop }
change-too-late = 🚚 <b>Für Bestellung { $number } war es leider zu spät</b>: Sie geht so hinaus, wie sie war. Widerrufen oder zurückgeben können Sie weiterhin. { $shop }
change-rest-ask = <b>Den Shop bitten wir, das zu stornieren:</b>
change-rest-items =
    { $items }
    Kein Widerruf nach dem Gesetz, aber noch nicht verschickt: Der Shop entscheidet, und wir sagen es Ihnen hier.
change-rest-waiting = ⏳ Ihre Bitte um Stornierung wartet auf die Antwort des Shops.
change-rest-words = Bitte stornieren: { $items }
change-rest-button = ✖️ Shop um Stornierung bitten
change-rest-done = ✅ <b>Bestellung { $number }: Der Shop hat storniert, worum Sie gebeten haben.</b> Was Sie dafür bezahlt haben, bekommen Sie zurück. Viele Grüße, { $shop }
change-rest-left = 🚚 <b>Bestellung { $number } ist inzwischen verschickt</b>: Zum Stornieren war es leider zu spät. Die Artikel kommen wie bestellt. { $shop }
change-rest-declined = 🚚 <b>Bestellung { $number }: Der Shop konnte Ihre Bitte um Stornierung leider nicht erfüllen.</b> Die Artikel kommen wie bestellt. { $shop }
