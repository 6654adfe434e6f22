# finding-…: wat d’Kontroll an enger Aktioun fënnt, fir d’Equipe.
finding-no_text = Et gëtt nach keen Text.
finding-text_broken = {$locale}: Telegram versteet d’Formatéierung {$tag} net.
finding-text_too_long = {$locale}: Den Text huet {$length} Zeechen, méiglech sinn der {$most}.
finding-language_missing = { $number ->
    [one] {$locale}: Den Text fir eng Persoun feelt. Wielt w.e.g., ob si en an enger anerer Sprooch kritt oder guer net.
   *[other] {$locale}: Den Text fir {$number} Persoune feelt. Wielt w.e.g., ob si en an enger anerer Sprooch kréien oder guer net.
 }
finding-language_fallback = { $number ->
    [one] {$locale}: Eng Persoun kritt den Text an enger anerer Sprooch.
   *[other] {$locale}: {$number} Persoune kréien den Text an enger anerer Sprooch.
 }
finding-language_hold = { $number ->
    [one] {$locale}: Eng Persoun kritt näischt, well den Text feelt.
   *[other] {$locale}: {$number} Persoune kréien näischt, well den Text feelt.
 }
finding-label_missing = {$locale}: Déi éischt Zeil seet net, datt et Reklamm ass.
finding-reduction_unclear = {$locale}: „{$words}“ kënnegt e méi niddrege Präis un. Gitt w.e.g. den niddregste Präis vun de leschten 30 Deeg un, oder sot, datt kee Präis gesenkt gëtt.
finding-lowest_price_missing = Fir d’Präissenkung feelt den niddregste Präis vun de leschten 30 Deeg.
finding-no_reduction = De Präis { MONEY($price) } läit net ënner dem niddregste vun de leschten 30 Deeg ({ MONEY($lowest) }).
finding-too_many_buttons = Méi wéi {$most} Knäppercher sinn net méiglech.
finding-button_twice = Zwee Knäppercher sinn dat selwecht. Huelt w.e.g. een eraus.
finding-button_label = Knäppchen „{$button}“: D’Opschrëft feelt oder ass ze laang (64 Zeechen).
finding-button_address = Knäppchen „{$button}“: Dat ass keng Adress mat https://.
finding-button_code = Knäppchen „{$button}“: De Code feelt oder ass ze laang (256 Zeechen).
finding-button_target = Knäppchen „{$button}“: D’Produit oder d’Ëmfro gëtt et net (méi).
finding-clicks_uncounted = Klicks op Linke ginn net gezielt, well BOTE_PUBLIC_URL feelt.
finding-too_many_media = Méi wéi {$most} Biller a Videoe passen net an en Album.
finding-media_broken = E Bild oder Video ass net liesbar. Setzt et w.e.g. nei dobäi.
finding-sends_itself = Dës Virlag verschéckt sech vum selwen a gëtt dofir gebraucht. Fir se vun Hand ze schécken, huelt eng Kopie, oder schalt den Automatismus fir d’éischt aus.
finding-no_time = Et ass keng Zäit gewielt.
finding-time_past = Déi gewielten Zäit ass eriwwer.
finding-hour_struck = { $number ->
    [one] Fir eng Persoun ass dës Stonn schonn eriwwer: Si kritt se direkt, ausser an hire Rouzäiten.
   *[other] Fir {$number} Persounen ass dës Stonn schonn eriwwer: Si kréie se direkt, ausser an hire Rouzäiten.
}
finding-expires_before = D’Offer leeft of, ier et lassgeet.
finding-expires_during = D’Offer leeft of, ier se jiddereen hu kann.
finding-rest = { $number ->
    [one] Eng Persoun kritt et eréischt no hire Rouzäiten (nuets, jee no Land och sonndes an op Feierdeeg).
   *[other] {$number} Persoune kréien et eréischt no hire Rouzäiten (nuets, jee no Land och sonndes an op Feierdeeg).
}
finding-rest_too_long = { $number ->
    [one] Eng Persoun kritt et ni: D’Offer leeft virum Enn vun hire Rouzäiten of.
   *[other] {$number} Persoune kréien et ni: D’Offer leeft virum Enn vun hire Rouzäiten of.
}
finding-budget_too_long = { $number ->
    [one] Eng Persoun kritt et ni: D’Offer leeft of, ier si nees Reklamm däerf kréien (eng Noriicht a 24 Stonnen, dräi a siwen Deeg, keng direkt no Ierger mat engem Pak).
   *[other] {$number} Persoune kréien et ni: D’Offer leeft of, ier si nees Reklamm däerfe kréien (eng Noriicht a 24 Stonnen, dräi a siwen Deeg, keng direkt no Ierger mat engem Pak).
}
finding-untested = Nach keen Test geschéckt: {$languages}. „Virschau“ schéckt Iech een.
finding-changed_since_test = Zënter dem leschten Test geännert: {$languages}.
finding-audience_empty = Keen géif se kréien.
finding-approval_needed = { $number ->
    [one] Eng Persoun: Iwwer {$above} gëtt et fir d’éischt en aneren fräi.
   *[other] {$number} Persounen: Iwwer {$above} gëtt et fir d’éischt en aneren fräi.
 }
finding-overlap = „{$title}“ (Nr. {$id}) geet bannent 24 Stonnen eraus. Wien an deenen zwee ass, kritt dat zweet méi spéit.
finding-post_too_long = De Post huet an alle Sprooche zesummen {$length} Zeechen, erlaabt sinn {$most}.
finding-no_channel = Et ass kee Kanal agestallt (BOTE_COMMUNITY_CHAT_ID).
finding-button_in_channel = D’Knäppchen „{$button}“ féiert aus dem Kanal an de Chat mam Bot. Säin Numm ass eréischt bekannt, wann de Bot eemol gelaf ass.
finding-post_waits = De Post waart wéinst de Rouzäite bis { DATETIME($until) }.
