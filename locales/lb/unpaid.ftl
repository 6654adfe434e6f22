# Nach net (ganz) bezuelt: wat dann zréckgeet.
return-unpaid = Bis elo ass näischt bezuelt, also gëtt et näischt zréckzebezuelen: Dës Artikele musst Dir net méi bezuelen. Kommen dofir nach Sue vun Iech un, kritt Dir se zréck.
return-unpaid-wished = Bis elo ass näischt bezuelt. Huele mir d’Artikelen zréck, musst Dir se net méi bezuelen.
return-reserved = Är Sue si bis elo just reservéiert, ofgebucht ass näischt: Fir dës Artikele gëtt näischt ofgebucht, also gëtt et näischt zréckzebezuelen. Gëtt dach nach ofgebucht, kritt Dir d’Suen zréck.
return-reserved-wished = Är Sue si bis elo just reservéiert, ofgebucht ass näischt. Huele mir d’Artikelen zréck, gëtt dofir näischt ofgebucht.
return-off-bill = D’Bestellung ass nach net ganz bezuelt: Dofir gëtt näischt ausbezuelt, mee Är oppe Rechnung gëtt ëm <b>{ MONEY($total) }</b> méi kleng.
return-off-bill-wished = D’Bestellung ass nach net ganz bezuelt. Huele mir d’Artikelen zréck, gëtt Är oppe Rechnung ëm <b>{ MONEY($total) }</b> méi kleng.
return-of-owed = Ofgezunn: { MONEY($total) }, déi nach net bezuelt sinn
return-difference-bill = Är oppe Rechnung gëtt ëm <b>{ MONEY($total) }</b> méi kleng.
return-push-offbill = <b>✅ Äre Retour ass erleedegt</b>
return-push-came = <b>💶 Är Bezuelung ass dach nach ukomm</b>

# Fir d’Ekipp.
rma-unpaid = ⚠️ Nach näischt bezuelt: näischt ze rembourséieren, d’Rechnung reduzéieren
rma-reserved = 🔒 Just autoriséiert, net agezunn: Autorisatioun ophiewen amplaz ze rembourséieren
rma-owed = ⚠️ Nach net ganz bezuelt: { MONEY($total) } vun der oppener Rechnung ofzéien
rma-settle-none-button = ✅ Ouni Remboursement zoumaachen
rma-settle-send-button = 📦 Artikel schécken …
rma-settle-owed =
    <b>{ $number } ouni Remboursement zoumaachen</b>
    Dovun ass näischt bezuelt. Een Tipp mécht de Retour zou; reduzéiert w.e.g. déi oppe Rechnung ëm { MONEY($total) }.
rma-did-came = 💶 Sue koumen no
call-came = 💶 Fir { $number } si nach Suen erakomm: { MONEY($total) } sinn ze rembourséieren, d’Frist leeft vun der Erklärung un.
