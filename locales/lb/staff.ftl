# D’Ekipp: Knäppercher ënner de Fäll, wat déi gewuer ginn, déi hei schaffen, a wien hei schafft.
staff-take-button = ✋ Ech këmmere mech
staff-details-button = 👁 Kontaktdaten
staff-close-button = ✅ Zoumaachen
staff-reopen-button = ↩️ Erëm opmaachen
staff-taken-toast = De Fall ass elo Ären.
staff-taken-before-toast = Een huet de Fall schonn iwwerholl, oder en ass zou.
staff-closed-toast = Zou.
staff-closed-before-toast = De Fall war schonn zou.
staff-reopened-toast = Erëm op.
staff-not-reopened-alert = Erëm opmaache geet just bannent siwen Deeg a soulaang d’Persoun keng nei Ufro huet.
staff-details-alert = Ech schécken et Iech am private Chat. Kënnt näischt un, maacht en eemol mat mir op an tippt op „Start“.
staff-no-details-alert = Fir dëse Fall ass kee Clientskont bekannt.
staff-not-allowed-alert = Dat däerf just, wien dofir agedroen ass.
staff-not-allowed = Dat däerf just, wien dofir agedroen ass. Näischt gouf geschéckt.
staff-not-sent-closed = De Fall ass zou, näischt gouf geschéckt. Maacht en als éischt erëm op.
staff-not-sent-kind = Schécke kann ech Text, Fotoen an Dokumenter. Näischt gouf geschéckt.
staff-not-sent-command = Dee Befeel kennen ech net; un de Client gouf näischt geschéckt. Et gëtt /note, /take, /close an /queue.
staff-noted = 📝 Notéiert, just fir d’Ekipp.
staff-list = <b>Wien hei schafft</b>
staff-list-line = { $role }: { $name } (<code>{ $id }</code>)
staff-list-hint =
    Androen: <code>/staff grant 123456 agent Mia</code>
    Ausdroen: <code>/staff revoke 123456</code>
    Rollen: owner, agent, marketer. All Persoun fënnt hir Nummer bei mir mat /id.
staff-granted = Agedroen: <code>{ $id }</code> als { $role }.
staff-revoked = Ausgedroen: <code>{ $id }</code>.
staff-unknown = Dës Nummer ass net agedroen: <code>{ $id }</code>.
staff-id = Är Nummer: <code>{ $id }</code>
staff-role-owner = Besëtzer
staff-role-agent = Clientsservice
staff-role-marketer = Reklamm
