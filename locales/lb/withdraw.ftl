# De Widderruff: zwee Schrëtt an d’Bestätegung.
# § 356a BGB fixes the two labels in German; the others are those of Directive (EU) 2023/2673, as far as it has the language.
withdraw-button = Kontrakt hei widderruffen
withdraw-confirm-button = Widderruff confirméieren

withdraw-title = <b>Kontrakt widderruffen</b>
withdraw-ask = Mat „Widderruff confirméieren“ widderrufft Dir de Kaf vun dësen Artikelen. E Grond musst Dir net uginn.
withdraw-until = Widderruffsfrist: bis <b>{ DAY($day) }</b>
withdraw-since-written = Äre Message vum { DATE($at) }, { TIME($at) } Auer ({ $zone }), zielt als Zäitpunkt vun Ärem Widderruff; e gouf mat Datum an Auerzäit festgehalen. Confirméiert en w.e.g. hei.
withdraw-words-case = ✍️ Schrëftleche Widderruff, ukomm { DATETIME($at) }. Dësen Zäitpunkt zielt (§ 355 BGB), och wann de Fall zougemaach gëtt.
withdraw-words-waiting = Soulaang en net confirméiert oder hei drënner agedroen ass: Kläert w.e.g., wat zréckgeet.
withdraw-words-declared = ✅ Erkläert als { $numbers }.
withdraw-words-case-none = ⚠️ An den Donnéeë steet kee Kontrakt, deen een elo widderruffe kann, oder de Chat ass net verknäppt: w.e.g. nokucken an äntweren.
withdraw-words-unlinked = Äre Widderruff ass mat Datum an Auerzäit festgehal, an eis Ekipp huet en. Verknäppt Ären Akaf, da gesitt Dir hei, wéi et weidergeet.
withdraw-words-none = Är Wierder sinn trotzdeem mat Datum an Auerzäit festgehal; eis Ekipp kuckt se no an äntwert Iech hei.
withdraw-made = Är Widderruffen a Retouren: Tippt op deen, ëm deen et geet. Do steet, wéi et weidergeet; soulaang näischt ënnerwee ass, kënnt Dir en do och zréckhuelen.
withdraw-doubt = <b>Wëllt Dir widderruffen?</b> Ech sinn net sécher, ob ech Iech richteg verstanen hunn; bis elo ass näischt erkläert. Wat Dir scho widderruff hutt, steet ënner „Meng Retouren“, an e Mënsch hëlleft Iech gär.
withdraw-doubt-kept = Äre leschte Message hunn ech net sécher verstanen. Wat Dir virdru erkläert hutt, gëllt weider.
withdraw-denied = Gutt, da gëtt näischt widderruff. Wat kann ech soss fir Iech maachen?
withdraw-denied-kept = Wat Dir virdru geschriwwen hutt, ass als Widderruff festgehalen, an eis Ekipp huet et. Wëllt Dir et zréckhuelen, sot et hir: Tippt op „🙋 Mënsch“ oder schreift „Mënsch“.
withdraw-unshipped = Et ass nach näischt verschéckt: D’Bestellung gëtt annuléiert, an Dir musst näischt zréckschécken.
withdraw-coming = De Pak ass nach ënnerwee: Huelt en einfach net un. Hutt Dir en awer ugeholl, schéckt en einfach zréck.
withdraw-back = De Pak ass schonn um Wee zréck bei eis: Dir musst näischt zréckschécken.
withdraw-sealed = Versigelt Wueren nëmmen, soulaang de Sigel intakt ass.
withdraw-digital = Digital Inhalter kënnt Dir widderruffen, bis mir se mat Ärem Accord liwweren (Art. 16 m) Direktiv 2011/83/EU).
withdraw-not-these = Net derbäi:
withdraw-shut-over = { $name }: D’Widderruffsfrist ass de { DAY($day) } ofgelaf.
withdraw-shut-nothing_left = { $name }: gehéiert schonn zu engem Retour oder gouf rembourséiert.
withdraw-shut-in = { $name }: gehéiert schonn zu { $numbers }.
withdraw-shut-excluded = { $name }: { $reason }
withdraw-law-made_to_measure = no Äre Wënsch gemaach; dofir gesäit d’Gesetz kee Widderruff vir (Art. 16 c) Direktiv 2011/83/EU)
withdraw-law-perishable = verdierft séier; dofir gesäit d’Gesetz kee Widderruff vir (Art. 16 d) Direktiv 2011/83/EU)
withdraw-law-sealed_hygiene = aus Hygiènegrënn versigelt; opgemaach kann et net zréck (Art. 16 e) Direktiv 2011/83/EU)
withdraw-law-mixed = ontrennbar mat aneren Saache vermëscht (Art. 16 f) Direktiv 2011/83/EU)
withdraw-law-sealed_media = versigelten Datendréier; opgemaach kann en net zréck (Art. 16 i) Direktiv 2011/83/EU)
withdraw-law-newspaper = Zeitung oder Zäitschrëft (Art. 16 j) Direktiv 2011/83/EU)
withdraw-law-digital = digitalen Inhalt, mat Ärem Accord schonn geliwwert (Art. 16 m) Direktiv 2011/83/EU)
withdraw-law-dated_service = Leeschtung zu engem festen Datum (Art. 16 l) Direktiv 2011/83/EU)
withdraw-goodwill-until = Eis Offer doriwwer eraus: Zréckgi kënnt Dir bis <b>{ DAY($day) }</b>.
withdraw-warranty-until = Ass eppes defekt oder falsch, si mir bis <b>{ DAY($day) }</b> dofir do.
withdraw-warranty-open = Ass eppes defekt oder falsch, si mir op d’mannst zwee Joer dofir do.
withdraw-closed-title = <b>Widderruffe geet hei net</b>
withdraw-registered = ✅ <b>Äre Widderruff { $number } ass agedroen</b>, ukomm den { DATE($at) }, { TIME($at) } Auer ({ $zone }). Stand: { $state }
withdraw-see-number = Tippt op d’Nummer, da gesitt Dir, wéi et weidergeet.
withdraw-closed-help = Eis Ekipp kuckt et sech och gär mat Iech zesummen un.
withdraw-none =
    <b>Am Moment gëtt et kee Kontrakt, deen Dir hei widderruffe kënnt.</b>
    Wat soss méiglech ass, gesitt Dir ënner der jeeweileger Bestellung: Retour, Ëmtausch oder Reklamatioun.
withdraw-which = <b>Wéi ee Kontrakt wëllt Dir widderruffen?</b>
withdraw-pieces-ask =
    <b>Wéi eng Artikelen?</b>
    Tippt op en Artikel, fir en ze wielen oder d’Zuel z’änneren.
withdraw-pieces-named =
    <b>Gewielt ass, wat Dir genannt hutt.</b>
    Geet nach eppes zréck, oder manner? Dann tippt et un.
withdraw-pieces-unclear =
    <b>Wat dovu geet genee zréck?</b>
    Aus Äre Wierder ass et net sécher. Tippt et w.e.g. un.
withdraw-pieces-shut =
    <b>Wat Dir genannt hutt, kënnt Dir hei net widderruffen.</b>
    Firwat, steet drënner. Geet amplaz eppes anescht zréck? Da tippt et un.
withdraw-more-toast = Zanterhier ass eppes derbäikomm. Kuckt et w.e.g. nach eng Kéier un.
withdraw-nothing-toast = Wielt w.e.g. mindestens een Artikel.
withdraw-done-title = <b>✅ Äre Widderruff ass ukomm</b>
withdraw-done-receipt = D’Bestätegung mat Inhalt, Datum an Zäit kënnt direkt, als Message an als Fichier.

withdraw-receipt-title = <b>Empfangsbestätegung vun Ärem Widderruff</b>
withdraw-receipt-at = Ukomm: { DATE($at) }, { TIME($at) } Auer ({ $zone })
withdraw-declares = Inhalt: Heimat widderruffen ech de Kontrakt iwwer de Kaf vun dëse Wueren:
withdraw-name = Numm: { $name }
withdraw-contract = Kontrakt: Bestellung { $number } bei { $shop }
withdraw-contact = Kontakt: { $contact } an dësen Chat
withdraw-contact-chat = Kontakt: dësen Chat. Hei kënnt och d’Bestätegung.
withdraw-number = Dossier: { $number }
withdraw-receipt-kept = Haalt dës Bestätegung w.e.g. op. Si kënnt och als Fichier.
withdraw-paper-name = Widderruff-{ $number }.pdf
withdraw-paper-foot = Ausgestallt vun { $shop } direkt nom Agang vun der Erklärung. W.e.g. ophalen.

withdraw-some-button = Nëmmen eenzel Artikelen
withdraw-chosen-button = Weider
withdraw-everything-button = Déi ganz Bestellung
withdraw-piece-button = { $mark } { $name } · { NUMBER($chosen) } vun { NUMBER($left) }
withdraw-paper-button = 🧾 Empfangsbestätegung
withdraw-kept-note = ✍️ Äre Widderruff vum { DATE($at) }, { TIME($at) } Auer ({ $zone }) ass ukomm a zielt. Confirméiert en, da geschitt alles Weidert direkt.
withdraw-kept-button = ✍️ Zu Ärem Widderruff
withdraw-which-written = Äre Message vum { DATE($at) }, { TIME($at) } Auer ({ $zone }), zielt als Zäitpunkt vun Ärem Widderruff; e gouf mat Datum an Auerzäit festgehalen. Tippt op de Kontrakt, deen Dir mengt.
withdraw-which-times = Wat Dir geschriwwen hutt, ass mat Datum an Auerzäit festgehalen: Bei all Kontrakt zielt déi éischt vun Äre Messagen, déi e mengt. Tippt op de Kontrakt, da gesitt Dir, wéi eng.
withdraw-words-receipt =
    <b>Empfangsbestätegung vun Ärem Widderruff</b>
    Ukomm: { DATE($at) }, { TIME($at) } Auer ({ $zone })
    Inhalt: „{ $words }“
    Är Wierder gëllen och ouni weideren Tipp; eis Ekipp këmmert sech drëm.
withdraw-enter-button = ↩️ Widderruff fir { $number } androen
withdraw-enter-all-button = ↩️ All { $count } Bestellunge weisen
withdraw-enter-chosen-button = ↩️ Gewieltes fir { $number } androen
withdraw-enter-whole-button = ↩️ Alles fir { $number } androen
withdraw-enter-which-toast = D’Wierder nennen Artikelen: Wielt w.e.g. op der Kaart, wat gemengt ass.
withdraw-enter-toast = Agedroen als { $number }; d’Bestätegung geet eraus.
withdraw-enter-alert = Bestellung { $number }: Dovu kann näischt widderruff ginn.
withdraw-enter-made-alert = Bestellung { $number }: De Widderruff ass schonn agedroen ({ $returns }).
withdraw-enter-over-alert = Dat ass schonn erleedegt.
withdraw-part-cancel = <b>Gëtt annuléiert</b> (nach net verschéckt, dofir musst Dir näischt zréckschécken):
withdraw-part-withdrawal = <b>Kënnt zréck</b> (scho verschéckt):
withdraw-part-brings = Dofir: { MONEY($total) }
withdraw-numbers = Dossieren: { $numbers }
withdraw-ends = Är Ufro { $number } geet domat op en Enn: De Widderruff trëtt un hir Plaz.
withdraw-shrinks = Är Ufro { $number } gëllt dann nëmmen nach fir déi aner Artikelen.
# Of wishes by which the customer may keep the goods: one that goes on beside the withdrawal, and one that gives way.
withdraw-leaves = Wat Dir no Ärer Ufro { $number } behale däerft, ass net derbäi.
withdraw-kept-back = Artikelen, déi Dir no där Ufro behale gedäerft hätt, schéckt Dir nom Widderruff zréck.
withdraw-lost = De Pak ass ni bei Iech ukomm: Dir musst näischt zréckschécken a kritt alles zréck.
withdraw-part-lost = <b>Ni ukomm</b> (dofir musst Dir näischt zréckschécken):
# What was sent back with a request that the withdrawal takes the place of.
withdraw-part-sent = <b>Scho zréckgeschéckt</b> (dofir musst Dir näischt méi schécken):
withdraw-sent = Dir hutt dat scho zréckgeschéckt: Dir musst näischt méi schécken.
withdraw-ends-labelled = Är Ufro { $number } geet domat op en Enn: De Widderruff trëtt un hir Plaz. Äre Retourszettel gëllt weider.
# What was given for something that went back, among the items.
withdraw-given-replacement = { $name } (Ersatz)
withdraw-given-exchange = { $name } (am Ëmtausch kritt)
