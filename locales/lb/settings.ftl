# Language and time zone.
settings-title =
    <b>Astellungen</b>
    Sprooch: { $language }
    Zäitzon: { $zone }
settings-zone-choose =
    <b>Zäitzon</b>
    D’Zäite ginn an der Lokalzäit ugewisen ({ $zone }). Wou sidd Dir?
settings-zone-ask = Schreift w.e.g. eng Stad oder e Land, zum Beispill „Wien“.
settings-zone-unknown = Dës Plaz kennen ech net. Schreift w.e.g. eng méi grouss Stad an der Géigend oder d’Land.
settings-language-button = Sprooch
settings-zone-button = Zäitzon
settings-zone-derived-button = Automatesch, nom Liwwerland
settings-zone-other-button = Aner Plaz
settings-zone-changed-toast = Zäitzon geännert.
settings-news-button = Wat mir Iech geschriwwen hunn
settings-news-title = <b>Eis lescht Messagen</b>
settings-news-none = Bis elo hu mir Iech näischt vun eis aus geschriwwen.
settings-news-line = • { $about }{ $order }: { $outcome }
settings-news-sent = geschéckt
settings-news-waiting = waart ({ $reason })
settings-news-unsent = net geschéckt ({ $reason })
settings-news-queued = waart op d’Schécken
settings-news-order = {" "}(Bestellung { $number })
