# Gesot, gemaach: wat geännert gouf, well Clienten sech beschwéiert hunn.
improvement-list-button = 💬 Gesot, gemaach
improvement-list-title = <b>Gesot, gemaach</b>
improvement-list-shown = Woumat d’Clienten an de leschten { NUMBER($days) } Deeg net zefridde waren. D’Zuel zielt d’Äntwerten an d’Fäll, zu deenen nach keen gesot huet, wat gemaach gouf.
improvement-list-none = Keng onzefridden Äntwert a keen zouene Fall vun de leschten { NUMBER($days) } Deeg nennt e Grond.
improvement-named = Genannt an { $answers ->
        [one] { NUMBER($answers) } onzefriddener Äntwert
       *[other] { NUMBER($answers) } onzefriddenen Äntwerten
    } an { $cases ->
        [one] { NUMBER($cases) } zouenem Fall
       *[other] { NUMBER($cases) } zouene Fäll
    }.
improvement-unanswered = { $count ->
        [0] Fir all gouf gesot, wat gemaach gouf.
        [one] { NUMBER($count) } dovu waart op eng Äntwert.
       *[other] { NUMBER($count) } dovu waarden op eng Äntwert.
    }
improvement-none-done = Et gouf nach net gesot, wat dogéint gemaach gouf.
improvement-done = { $on }: fir { $people ->
        [one] { NUMBER($people) } Persoun
       *[other] { NUMBER($people) } Persounen
    }, bis elo { NUMBER($told) } informéiert
improvement-write-button = ✍️ Soen, wat gemaach gouf
improvement-write-ask = Wat hutt Dir dogéint gemaach? Schreift et op { $language } an engem Message, héchstens { NUMBER($most) } Zeechen. Wat d’Clienten gesot hunn, setzt de Bot driwwer.
improvement-write-others = Eng Sprooch ouni Text feelt am Post; de Message hëlt eng aner oder waart, wéi Dir et do wielt.
improvement-too-long = Dat si { NUMBER($length) } Zeechen; erlaabt sinn { NUMBER($most) }.
improvement-prepare-button = Post a Message virbereeden
improvement-card = Dat äntwert op { $voices ->
        [one] { NUMBER($voices) } Reklamatioun
       *[other] { NUMBER($voices) } Reklamatiounen
    } vun { $people ->
        [one] { NUMBER($people) } Persoun
       *[other] { NUMBER($people) } Persounen
    }; bis elo { NUMBER($told) } informéiert. De Message kritt nëmmen, wien d’Offere wëll, a jidderee just eemol.
improvement-card-next = Post a Message si Virlage wéi all Offer: Do kucken, kontrolléieren a schécken Dir se.
improvement-no-channel = Et gëtt kee Kanal (BOTE_COMMUNITY_CHAT_ID), also kee Post.
improvement-no-voices = Keen huet sech doriwwer beschwéiert, also gëtt et kee Message.
improvement-post-button = 📣 De Post
improvement-letter-button = ✉️ De Message un déi Leit
improvement-drop-button = 🗑 Zréckzéien
improvement-begun-alert = Et gëtt schonn erzielt.
improvement-gone-alert = Et gouf zréckgezunn.
improvement-title = Gesot, gemaach: { $said }
improvement-post =
    <b>Dir hutt et gesot, mir hunn et gemaach</b>
    Dir hutt eis gesot: { $said }.
improvement-letter =
    <b>Dir hutt et gesot, mir hunn et gemaach</b>
    Dir hutt eis gesot: { $said }. Merci dofir, mir hunn eppes gemaach:
improvement-cause-late = D’Liwwerunge kommen ze spéit
improvement-cause-damaged = D’Wuer kënnt beschiedegt un
improvement-cause-wrong_item = Et kënnt de falschen Artikel
improvement-cause-lost = Päck gi verluer
improvement-cause-packaging = D’Verpackung sollt besser sinn
improvement-cause-courier = Et gëtt Ierger mam Liwwerant
improvement-cause-address = Päck ginn op déi falsch Adress
improvement-cause-product = E Produit ass net, wéi e sollt sinn
improvement-cause-price = D’Präisser sinn ze héich
improvement-cause-payment = D’Bezuele klappt net
improvement-cause-returning = D’Zréckschécken ass ze schwéier
improvement-cause-service = De Service sollt besser sinn
improvement-cause-slow = D’Äntwerten daueren ze laang
improvement-cause-unsolved = Problemer ginn net geléist
improvement-cause-unhelpful = D’Äntwerten hëllefen net
improvement-cause-unfriendly = Mir waren net frëndlech genuch
improvement-cause-complicated = Et ass ze komplizéiert
