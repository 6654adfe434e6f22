# D’Fro, nodeems e Fall zou ass: Ass et geléist?
solved-about-order = D’Ekipp vun { $shop } huet beaarbecht, wat Dir eis iwwer d’Bestellung { $number } gesot hutt.
solved-about = D’Ekipp vun { $shop } huet beaarbecht, wat Dir eis gesot hutt.
solved-done-resent = Mir hunn Är Bestellung nach eng Kéier geschéckt.
solved-done-replaced = En Ersatz ass op de Wee bei Iech.
solved-done-refunded = Är Réckbezuelung ass an d’Weeër geleet.
solved-done-found = Äre Pak ass fonnt.
solved-ask = <b>Ass et fir Iech geléist?</b> Vun elo un äntweren hei erëm ech, de Bot.
solved-yes-button = 👍 Jo, geléist
solved-no-button = 👎 Nee, nach net
solved-now-button = 👍 Elo ass et geléist
solved-told-solved = 👍 Dat freet eis. Merci, datt Dir eis et sot, a merci fir Är Gedold.
solved-told-unsolved = Dat deet eis leed. Eis Ekipp hëlt et erëm op a schreift Iech hei. Sot eis gär, wat nach feelt: Alles, wat Dir hei schreift, liest elo e Mënsch.
solved-late-alert = Dës Fro ass schonn zou. Wann nach eppes feelt, schreift et einfach hei, oder tippt op „Mënsch“.
solved-gone-toast = Dës Fro gehéiert net zu dësem Chat.
solved-ask-again = Merci, eis Ekipp liest, wat Dir schreift. <b>Ass et fir Iech geléist?</b>
solved-yes-words = jo, jo merci, geléist, jo geléist, et ass geléist, jo et ass geléist, erleedegt, jo erleedegt, alles gutt, jo alles gutt
solved-no-words = nee, neen, nach net, nee nach net, net geléist, et ass net geléist, leider net, leider nach net
