# D’Schiermer vun der Ekipp am private Chat: d’Schlaang, Fäll, wien hei schafft.
desk-queue-button = 📋 Oppe Fäll
desk-members-button = 👥 Ekipp
desk-queue-free =
    { $free ->
        [one] Ëm ee dovunner këmmert sech nach keen.
       *[other] Ëm { $free } dovunner këmmert sech nach keen.
    }
desk-queue-by-cause = Dat Dréngendst fir d’éischt.
desk-queue-by-age = Wat am längste waart, fir d’éischt.
desk-queue-by-value = De gréisste Bestellwäert fir d’éischt.
desk-by-cause-button = Ulass
desk-by-age-button = Waardezäit
desk-by-value-button = Wäert
desk-cause-human-button = 🙋 Mënsch
desk-cause-missing-button = ❓ Net do
desk-cause-lost-button = 🕳 Verluer
desk-cause-damaged-button = 💥 Beschiedegt
desk-cause-late-button = ⏳ Ze spéit
desk-cause-complaint-button = 😠 Reklamatioun
desk-cause-detractor-button = 🙁 Onzefridden
desk-cause-exception-button = ⚠️ Problem
desk-cause-cancel-button = 🗑 Annuléiert
desk-cause-change-button = ✏️ Ännerung
desk-cause-return-button = 📦 Retour
desk-cause-feedback-button = 💬 Virschlag
desk-number = Nr. { $id }
desk-newer-button = ‹ Méi nei
desk-older-button = Méi al ›
desk-previous-button = ‹ Virdrun
desk-next-button = Weider ›

desk-nobody = Nach këmmert sech keen.
desk-surroundings = Bestellungen: { $orders }, dovunner op: { $open } · Punkten: { $points } · aner Fäll: { $cases }
desk-last-scores = Lescht Bewäertungen: { $scores }
desk-last-nps = NPS { $score }/10
desk-last-csat = CSAT { $score }/5
desk-returns = Retouren: { $returns }, dovunner op: { $open }
desk-said-at = { DATETIME($at) }
desk-writer = <b>{ $name }</b>
desk-from-customer = Client
desk-from-bot = Bot
desk-from-staff = Ekipp
desk-note = Notiz
desk-file = [Datei]
desk-history-title = <b>Fall { $id }: Verlaf</b>
desk-history-empty = Hei gouf nach näischt geschriwwen.
desk-history-button = 🕘 Verlaf ({ $count })
desk-transcript-button = 📄 Als Datei
desk-transcript-title = Fall { $id }
desk-transfer-button = 🤝 Iwwerginn
desk-transfer-ask =
    <b>Fall { $id } iwwerginn</b>
    Wie këmmert sech vun elo un?
desk-transferred-toast = Iwwerginn.
desk-not-transferred-toast = Dat goung net: De Fall ass zou oder schonn do, oder dës Persoun däerf net äntwerten.

desk-reply-button = ✍️ Äntwerten
desk-reply-ask =
    ✍️ <b>Äntwert op Fall { $id }</b>
    Wat Dir elo schreift, all Message, geet un d’Persoun: Text, Fotoen, Dokumenter, Toun, Video. Tippt op „Fäerdeg“, wann Dir alles gesot hutt.
desk-reply-sending = … gëtt geschéckt
desk-not-sent-command = E Befeel geet ni un e Client. Näischt gouf geschéckt.
desk-done-button = ✔️ Fäerdeg
desk-note-button = 📝 Notiz
desk-note-ask =
    📝 <b>Notiz zum Fall { $id }</b>
    Si bleift an der Ekipp; d’Persoun gesäit se ni.

desk-members-hint = Tippt op en Numm, fir Roll oder Numm z’änneren oder een auszedroen. Seng Nummer gewuer gëtt jiddereen bei mir mat /id.
desk-add-button = ➕ Androen
desk-member =
    <b>{ $name }</b>
    Nummer: <code>{ $id }</code>
    Roll: { $role }
desk-member-by-settings = An den Astellunge genannt (BOTE_OWNER_IDS) a just do z’änneren.
desk-member-since = Agedroen: { DATETIME($at) }
desk-member-gone = Dës Persoun ass net agedroen.
desk-role-button = 🎭 Roll
desk-name-button = ✏️ Numm
desk-revoke-button = 🚪 Ausdroen
desk-number-ask = Wéi eng Nummer huet d’Persoun? Schreift se, oder deelt hire Kontakt mat mir.
desk-number-wrong = Dat ass keng Nummer, wéi /id se nennt.
desk-role-ask = Wéi eng Roll kritt <code>{ $id }</code>?
desk-name-ask = Wéi heescht <code>{ $id }</code>? Bis elo: { $name }
desk-revoke-ask = { $name } (<code>{ $id }</code>) ausdroen? All Rechter sinn direkt eriwwer.
desk-revoke-confirm-button = 🚪 Jo, ausdroen
desk-revoked-toast = Ausgedroen.
desk-granted-toast = Agedroen.
desk-queue-taken = Ëm all Eenzele këmmert sech een.
desk-ban-button = 🚫 Chat spären
desk-unban-button = 🔓 Spär ophiewen
desk-banned-toast = Gespaart: Dës Persoun erreecht just nach de Bot.
desk-unbanned-toast = Spär opgehuewen.
