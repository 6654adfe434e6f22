# Wat d’Leit am Shop maachen: Rechnung, Bezuelung, Luef a Virschléi.
asking-invoice =
    <b>Rechnung</b>
    D’Rechnung schéckt de Shop, meeschtens mat der Confirmatioun vun der Bestellung oder vum Versand. Wat Dir bestallt a bezuelt hutt, gesitt Dir och hei; eng Rechnung ass dat awer net.
asking-invoice-team = Dir fannt se net? Da froe mir eis Ekipp, fir se Iech ze schécken.
asking-invoice-button = 🧾 Rechnung ufroen
asking-payment_problem =
    <b>Problem mat enger Bezuelung</b>
    Ob Suen ukomm sinn, gesinn ech net. Schreift hei keng Kaarten- oder Kontonummeren.
asking-payment_problem-team = Eis Ekipp kuckt no an äntwert Iech hei.
asking-payment_problem-button = 🙋 Et soll ee nokucken
asking-feedback =
    <b>Luef a Virschléi</b>
    Merci, datt Dir eis eppes soe wëllt.
asking-feedback-rate = Eng Liwwerung bewäert Dir mat engem Tipp.
asking-feedback-team = Alles anert schreift Dir eis; eis Ekipp liest et.
asking-feedback-button = ✍️ Eis eppes schreiwen
asking-rate-button = ⭐ Bestellung { $number } bewäerten
asking-others-button = Eng aner Bestellung
asking-write =
    <b>Wat wëllt Dir eis soen?</b>
    Schreift et wgl. an engem Message; e Bild däerf virdru kommen.
asking-picture =
    <b>D’Bild ass bei eiser Ekipp.</b>
    Wëllt Dir eppes derbäisetzen? Méi Biller oder ee Message, oder Dir sidd fäerdeg.
asking-done-button = ✓ Fäerdeg
asking-kept =
    <b>Merci! Eis Ekipp liest et.</b>
    Wann Dir eng Äntwert wëllt, tippt op „🙋 Mënsch“.
asking-contact = Eis Ekipp erreecht Dir ënner { $contact }.
asking-shop = D’Ekipp vun { $shop } erreecht Dir ënner der Adress an Ärer Confirmatioun.
