# Bis wéini een ka widderruffen, als Dag; an de Formulaire vum Gesetz.
term-title = <b>📅 Widderruffsfrist</b>
term-open = Dir kënnt bis <b>{ DAY($day) }</b> widderruffen.
term-enough = Et geet duer, wann Dir et op deem Dag ofschéckt.
term-unbegun = Dir kënnt elo scho widderruffen. D’Frist fänkt eréischt un, wann alles bei Iech ass, an dauert dann { NUMBER($days) } Deeg.
term-unknown = Dir kënnt nach widderruffen. E leschten Dag steet net fest, well kee gemellt huet, wéini alles bei Iech war.
term-provided = Dir kënnt widderruffen, bis Dir den digitalen Inhalt mat Ärem Averständnis kritt hutt.
term-over = D’Widderruffsfrist ass de <b>{ DAY($day) }</b> ofgelaf.
term-excluded = Fir dës Artikele gesäit d’Gesetz kee Widderruff vir.
term-nothing = Hei gëtt et näischt méi ze widderruffen: Alles gehéiert schonn zu engem Retour, oder Dir hutt Är Suen zréck.
term-general = Dir kënnt { NUMBER($days) } Deeg laang widderruffen, nodeems Dir alles kritt hutt; ass de leschten Dag e Samschdeg, e Sonndeg oder e Feierdag, bis den nächste Schaffdag. De genaue soen ech Iech fir all verbonne Bestellung.
term-form-text =
    <b>Dir braucht kee Formulaire.</b>
    E Saz hei am Chat geet duer, zum Beispill „Ech widderruffen d’Bestellung 1001“, oder zwee Tipper ënner der Bestellung. D’Bestätegung kënnt direkt.
    Fëllt Dir léiwer een aus, da schécken ech Iech de Modell vum Widderruffsformulaire als Fichier.
term-form-button = 📄 Widderruffsformulaire als Fichier
term-form-toast = De Formulaire kënnt gläich.

# De Modell aus dem Annexe I B vun der Direktiv 2011/83/EU.
term-form-file = Widderruffsformulaire.pdf
term-form-title = Modell vum Widderruffsformulaire
term-form-use = (Fëllt dëse Formulaire nëmmen aus a schéckt en zréck, wann Dir de Kontrakt widderruffe wëllt.)
term-form-to = Un
term-form-declare = Heimat widderruffen ech/mir (*) de vu mir/eis (*) ofgeschlossene Kontrakt iwwer de Kaf vun dëse Wueren (*)/iwwer dës Déngschtleeschtung (*)
term-form-order = Bestellung { $number }: ____________________________
term-form-goods = ____________________________________________
term-form-ordered = Bestallt den (*)/kritt den (*): ____________________________
term-form-name = Numm vum/vun de Konsument(en): ____________________________
term-form-address = Adress vum/vun de Konsument(en): ____________________________
term-form-signature = Ënnerschrëft vum/vun de Konsument(en) (nëmmen op Pabeier): ____________________
term-form-date = Datum: ____________________
term-form-strike = (*) Wat net zoutrëfft, duerchsträichen.
