# Ofstëmmungen am Kanal, fir jiddereen, deen do Offeren schreift.
poll-until = Ofstëmme bis { DATETIME($at) }
poll-gone-alert = Dës Ofstëmmung gëtt et net.
poll-fixed-alert = Dat geet net méi: Si ass mëttlerweil méi wäit.
poll-unready-alert =
    { $what ->
        [options] D’Äntwerte feelen nach.
        [order] Si wier eriwwer, ier se am Kanal erschéngt.
        [channel] Et gëtt kee Kanal (BOTE_COMMUNITY_CHAT_ID).
       *[past] Den Zäitpunkt oder d’Enn läit an der Vergaangenheet.
    }
poll-list-title = <b>Ofstëmmungen am Kanal</b>
poll-list-shown = Déi neist stinn uewen.
poll-list-none = Nach keng.
poll-list-button = 📊 Ofstëmmungen
poll-new-button = ➕ Nei Ofstëmmung
poll-question-ask = Wat wëllt Dir froen? Schreift d’Fro sou, wéi de Kanal se liese soll, héchstens { NUMBER($most) } Zeechen.
poll-question-long = Dat sinn { NUMBER($length) } Zeechen; erlaabt sinn { NUMBER($most) }.
poll-options-ask = Schreift d’Äntwerten an ee Message, all an hir eege Zeil: 1 bis { NUMBER($options) } Äntwerte mat héchstens { NUMBER($most) } Zeechen.
poll-options-unread = Dat passt net: 1 bis { NUMBER($options) } verschidden Äntwerten, all an hirer eegener Zeil an héchstens { NUMBER($most) } Zeeche laang.
poll-countries-ask = Aus wéi enge Länner däerf ofgestëmmt ginn? Schreift hir Codes, héchstens { NUMBER($most) }, zum Beispill <code>LU DE FR</code>. Telegram erkennt d’Land un der Telefonsnummer.
poll-countries-unread = Dat si keng Codes vu Länner. Schreift w. e. g. sou: LU DE FR
poll-at-ask = Wéini soll se am Kanal erschéngen ({ $zone })? Zum Beispill <code>{ $example }</code>
poll-deadline-ask = Bis wéini kann een ofstëmmen ({ $zone })? Zum Beispill <code>{ $example }</code>
poll-title = 📊 <b>{ $question }</b>
poll-status-draft = ✏️ Entworf
poll-status-scheduled = ⏰ geplangt
poll-status-open = ▶️ leeft
poll-status-closed = ✅ ofgeschloss
poll-status-cancelled = 🚫 net erschéngt: Wéi hir Zäit komm ass, war se schonn eriwwer.
poll-rules = Anonym: An engem Kanal gëtt kee gewuer, wien wat gewielt huet. { $several ->
        [yes] Méi Äntwerte sinn erlaabt.
       *[no] Eng Äntwert ass erlaabt.
    }
poll-members = Ofstëmmen däerf, wien dem Kanal zënter méi wéi 24 Stonne follegt.
poll-countries = Nëmmen aus: { $countries }
poll-post-at = Erschéngt: { DATETIME($at) }
poll-open-end = Ouni Enn: Dir schléisst se mat der Hand of.
poll-result = { $share } % · { $option } ({ NUMBER($count) })
poll-voters =
    { $count ->
        [one] { NUMBER($count) } Persoun huet ofgestëmmt.
       *[other] { NUMBER($count) } Persounen hunn ofgestëmmt.
    }
poll-unposted = ⚠️ Nach net am Kanal: { $why }
poll-question-button = ✏️ Fro
poll-options-button = ☰ Äntwerten
poll-one-button = Just eng Äntwert erlaben
poll-several-button = Méi Äntwerten erlaben
poll-anybody-button = Och nei Follower
poll-members-button = Nëmme wie méi laang follegt
poll-countries-button = 🌍 Länner
poll-countries-all-button = Aus alle Länner
poll-at-button = ⏰ Zäitpunkt
poll-at-none-button = Direkt, soubal ech se publizéieren
poll-deadline-button = ⏳ Enn
poll-deadline-none-button = Ouni Enn
poll-preview-button = 👁 Sou gesäit se aus
poll-post-button = 📣 Elo publizéieren
poll-post-again-button = 📣 Nach eng Kéier probéieren
poll-plan-button = ⏰ Zu där Zäit publizéieren
poll-unplan-button = Zréck an den Entworf
poll-close-button = ✅ Ofschléissen
poll-refresh-button = 🔄 Nei zielen
poll-post-ask = Elo am Kanal publizéieren? Duerno ännert sech u Fro an Äntwerten näischt méi.
poll-close-ask = Elo ofschléissen? Da kann kee méi ofstëmmen.
poll-sure-post-button = Jo, publizéieren
poll-sure-close-button = Jo, ofschléissen
