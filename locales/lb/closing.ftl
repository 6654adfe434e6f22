# E Fall zoumaachen: wat et war, wat gemaach gouf. D’Familljen closing-cause- a closing-action- stinn op Knäppercher a Kaarten.
closing-cause-ask =
    <b>Fall { $id } zoumaachen</b>
    Wat war d’Ursaach?
closing-action-ask =
    <b>Fall { $id } zoumaachen</b>
    Wat gouf gemaach?
closing-words-ask =
    <b>Fall { $id } zoumaachen</b>
    Wëllt Dir fir d’Ekipp nach eppes festhalen? Schreift et, oder maacht ouni Wierder zou.
closing-not-told = ⚠️ Der Persoun huet nach kee geschriwwen.
closing-close-button = ✅ Ouni Wierder zoumaachen

closing-cause-question = just eng Fro
closing-cause-late = ze spéit
closing-cause-lost = verluer
closing-cause-damaged = beschiedegt
closing-cause-wrong_item = falschen Artikel
closing-cause-product = de Produkt selwer
closing-cause-address = Adress
closing-cause-courier = Liwwerant
closing-cause-payment = Bezuelung
closing-cause-returning = Récksendung
closing-cause-other = eppes aneres

closing-action-answered = beäntwert
closing-action-found = Pak fonnt
closing-action-resent = nei geschéckt
closing-action-replaced = ersat
closing-action-refunded = rembourséiert
closing-action-goodwill = Kulanz
closing-action-claimed = beim Pakdéngscht reklaméiert
closing-action-nothing = näischt néideg
closing-action-other = eppes aneres
