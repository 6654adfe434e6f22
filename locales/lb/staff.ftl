# D’Ekipp: Knäppercher ënner de Fäll, wat déi gewuer ginn, déi hei schaffen, a wien hei schafft.
staff-take-button = ✋ Ech këmmere mech
staff-details-button = 👁 Kontaktdaten
staff-close-button = ✅ Zoumaachen
staff-reopen-button = ↩️ Erëm opmaachen
staff-taken-toast = De Fall ass elo Ären.
staff-taken-before-toast = Een huet de Fall schonn iwwerholl, oder en ass zou.
staff-closed-toast = Zou.
staff-closed-before-toast = De Fall war schonn zou.
staff-kept-open-alert = Hei geet et ëm e Retour, iwwer deen nach ze entscheeden ass: w.e.g. do unhuelen, mat engem Grond ofleenen oder ofschléissen. De Fall geet dann vum selwen zou.
staff-reopened-toast = Erëm op.
staff-not-reopened-alert = Erëm opmaache geet just bannent siwen Deeg a soulaang d’Persoun keng nei Ufro huet.
staff-details-alert = Ech schécken et Iech am private Chat. Kënnt näischt un, maacht en eemol mat mir op an tippt op „Start“.
staff-no-details-alert = Fir dëse Fall ass kee Clientskont bekannt.
staff-not-allowed-alert = Dat däerf just, wien dofir agedroen ass.
staff-not-allowed = Dat däerf just, wien dofir agedroen ass. Näischt gouf geschéckt.
staff-not-sent-closed = De Fall ass zou, näischt gouf geschéckt. Maacht en als éischt erëm op.
staff-not-sent-kind = { $kind }: Schécke kann ech just Text, Fotoen, Dokumenter, Toun a Video. Näischt gouf geschéckt.
staff-tap = Dat geet u keen. Tippt w.e.g. op e Knäppchen; der Persoun äntwert Dir op hire Fall am Grupp.
staff-not-sent-command = Dee Befeel kennen ech net; un d’Persoun gouf näischt geschéckt. Et gëtt /note, /take, /goodwill, /close an /queue.
staff-noted = 📝 Notéiert, just fir d’Ekipp.
staff-list = <b>Wien hei schafft</b>
staff-granted = Agedroen: <code>{ $id }</code> als { $role }.
staff-revoked = Ausgedroen: <code>{ $id }</code>.
staff-unknown = Dës Nummer ass net agedroen: <code>{ $id }</code>.
staff-id = Är Nummer: <code>{ $id }</code>
staff-role-owner = Besëtzer
staff-role-agent = Clientsservice
staff-role-marketer = Reklamm
staff-open-button = 🔎 Opmaachen
staff-not-sent-no-chat = Dës Persoun huet kee Chat mat eis, deen z’erreechen ass, näischt gouf geschéckt. D’Kontaktdaten fannt Dir ënner dem Fall.
staff-corrected = ✎ Korrigéiert, och beim Client.
staff-edited-command = Dëse Message ass scho beim Client; e Befeel gëtt net méi doraus. Do steet nach den alen Text.
staff-close-how =
    Fir zouzemaachen brauch et Ursaach a Moossnam. Tippt hei, oder schreift et an engem: <code>/close late refunded</code>
    Ursaachen: { $causes }
    Moossnamen: { $actions }
staff-last-owner-alert = Dat geet net: Ee muss Proprietaire bleiwen.
