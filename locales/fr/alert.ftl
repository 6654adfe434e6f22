# Warnings ahead of trouble: what we see, what we do, when we write again.
alert-title-no_first_scan_2 = <b>⏳ Votre colis n’a pas encore été scanné</b>
alert-text-no_first_scan_2 = L’étiquette existe depuis { DAY($since) }, mais le transporteur n’a pas encore signalé le colis. Souvent, seul le premier passage n’a pas été enregistré. Nous le suivons de près.
alert-title-no_first_scan_5 = <b>⚠️ Votre colis n’est toujours pas scanné</b>
alert-text-no_first_scan_5 = Le transporteur n’a rien signalé depuis { DAY($since) }. Nous en sommes désolés. Notre équipe cherche où se trouve le colis et vous écrira ici.
alert-title-silence = <b>⏳ Pas de nouvelles de votre colis</b>
alert-text-silence = Le transporteur n’a rien signalé depuis { DAY($since) }. Le plus souvent, cela veut seulement dire qu’un passage n’a pas été enregistré. Nous le suivons de près.
alert-title-late = <b>⏳ Votre colis est en retard</b>
alert-text-late = Il devait arriver { DAY($since) } et n’est pas encore livré. Nous en sommes désolés. Dès qu’il avancera, nous vous écrirons.
alert-title-lost = <b>⚠️ Votre colis est peut-être perdu</b>
alert-text-lost = Il manque depuis trop longtemps. Nous en sommes désolés. Nous avons ouvert le dossier { $case } : notre équipe fait faire une recherche par le transporteur et vous écrira ici. Vous n’avez rien à faire.
alert-again = Nous vous écrirons de nouveau au plus tard { DAY($day) }, même s’il n’y a rien de nouveau.
alert-many = <b>⏳ Plusieurs de vos colis ont du retard</b>
alert-many-text = Nous en sommes désolés. Nous les suivons tous de près ; dès que l’un d’eux avance, vous le voyez sur sa carte.
alert-line = • { $parcel } : { $state }
