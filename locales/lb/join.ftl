# Requests to join a group: what whoever asks reads, and what the staff see.
join-link = Dir wëllt an „{ $title }“. De Grupp ass fir Clientë vun { $shop }: Verknäppt hei en Akaf, da sidd Dir vu selwer dran.
join-link-button = Akaf verknäppen
join-link-first = Verknäppt en Akaf; duerno gitt Dir vu selwer an de Grupp opgeholl.
join-in = ✓ Wëllkomm an „{ $title }“! Do liest jiddereen mat: Bestellnummeren an Adresse gehéieren heihinner, an de private Chat.
join-below-tier = „{ $title }“ ass vun der Stuf { $tier } un. Dofir zielen { NUMBER($needed) } verdéngt Punkten, bei Iech sinn et { NUMBER($earned) }. Frot gär nees un, soubal Dir do sidd.
join-declined = Är Ufro fir „{ $title }“ gouf vun der Ekipp ofgeleent.
join-card =
    🚪 <b>Ee wëllt an „{ $title }“</b> (Ufro { $id })
    Mat dësem Kont ass keen Akaf verknäppt oder en ass gespaart, dofir entscheet net d’Regel.
join-approve-button = ✓ Ophuelen
join-decline-button = ✗ Ofleenen
join-who-button = Wien ass dat?
join-who = { $name } ({ $account })
join-who-unknown = Telegram seet net, wien dat ass.
join-gone-alert = Dës Ufro gëtt et net méi.
join-decided-toast = Gespäichert.
join-before-alert = Doriwwer ass schonn decidéiert.
join-approved-told = ✓ Opgeholl, seet { $staff }.
join-declined-told = ✗ Ofgeleent, seet { $staff }.
join-approved-rule = ✓ Opgeholl: Mëttlerweil ass en Akaf verknäppt.
join-declined-rule = ✗ Ofgeleent: D’Stuf ass net erreecht.
