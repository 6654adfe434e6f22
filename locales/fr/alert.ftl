# Warnings ahead of trouble: what we see, what we do, when we write again.
alert-title-no_first_scan_2 = <b>⏳ Votre colis n’a pas encore été scanné</b>
alert-text-no_first_scan_2 = L’étiquette existe depuis { DAY($since) }, mais le transporteur n’a pas encore signalé le colis. Souvent, seul le premier passage n’a pas été enregistré. Nous le suivons de près.
alert-title-no_first_scan_5 = <b>⚠️ Votre colis n’est toujours pas scanné</b>
alert-text-no_first_scan_5 = Le transporteur n’a rien signalé depuis { DAY($since) }. Nous en sommes désolés. Notre équipe cherche où se trouve le colis et vous écrira ici.
alert-title-silence = <b>⏳ Pas de nouvelles de votre colis</b>
alert-text-silence = Le transporteur n’a rien signalé depuis { DAY($since) }. Le plus souvent, cela veut seulement dire qu’un passage n’a pas été enregistré. Nous le suivons de près.
alert-title-predicted = <b>⏳ Votre colis arrivera probablement plus tard</b>
alert-text-predicted = Il est attendu { DAY($since) }, mais d’après ce que nous avons observé, il n’arrivera probablement pas d’ici là. C’est probable, pas certain. Nous le suivons de près.
alert-like = Sur { $like } colis qui en étaient au même point que le vôtre, { $later } sont arrivés plus tard.
alert-title-late = <b>⏳ Votre colis est en retard</b>
alert-text-late = Il devait arriver { DAY($since) } et n’est pas encore livré. Nous en sommes désolés. Dès qu’il avancera, nous vous écrirons.
alert-title-lost = <b>⚠️ Votre colis est peut-être perdu</b>
alert-text-lost = Il manque depuis trop longtemps. Nous en sommes désolés. Nous avons ouvert le dossier { $case } : notre équipe fait faire une recherche par le transporteur et vous écrira ici. Vous n’avez rien à faire.
alert-again = Nous vous écrirons de nouveau au plus tard { DAY($day) }, même s’il n’y a rien de nouveau.
alert-many = <b>⏳ Plusieurs de vos colis ont du retard</b>
alert-many-text = Nous en sommes désolés. Nous les suivons tous de près ; la carte de chacun montre où il en est. Dès qu’ils repartent, nous vous écrivons.
alert-many-predicted = <b>⏳ Plusieurs de vos colis sont en retard, ou le seront probablement</b>
alert-many-predicted-text = Ce qui est probable n’est pas certain. Nous les suivons tous de près ; la carte de chacun montre où il en est. Si cela s’arrange, nous vous écrivons.
alert-line = • { $parcel } : { $state }
alert-line-predicted = • { $parcel } : { $state }, probablement plus tard que { DAY($day) }
alert-more =
    { $count ->
        [one] … et un autre colis
        [many] … et { $count } d’autres colis
       *[other] … et { $count } autres colis
    }
alert-clear-many = <b>👍 Vos colis repartent</b>
alert-clear-many-predicted = <b>👍 Cela s’annonce mieux pour vos colis</b>
alert-clear-text = Nous les suivons ; dès que l’un d’eux arrive ou s’il y a du nouveau, nous vous écrivons.
