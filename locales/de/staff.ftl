# Das Team: Knöpfe unter Fällen, Auskünfte an die, die hier arbeiten, und wer hier arbeitet.
staff-take-button = ✋ Ich kümmere mich
staff-details-button = 👁 Kontaktdaten
staff-close-button = ✅ Schließen
staff-reopen-button = ↩️ Wieder öffnen
staff-taken-toast = Der Fall ist jetzt Ihrer.
staff-taken-before-toast = Jemand hat den Fall schon übernommen, oder er ist geschlossen.
staff-closed-toast = Geschlossen.
staff-closed-before-toast = Der Fall war schon geschlossen.
staff-reopened-toast = Wieder offen.
staff-not-reopened-alert = Wieder öffnen geht nur innerhalb von sieben Tagen und solange die Person kein neues Anliegen hat.
staff-details-alert = Ich schicke es Ihnen im privaten Chat. Kommt nichts an, öffnen Sie ihn einmal mit mir und tippen auf „Start“.
staff-no-details-alert = Zu diesem Fall ist kein Kundenkonto bekannt.
staff-not-allowed-alert = Das darf nur, wer dafür eingetragen ist.
staff-not-allowed = Das darf nur, wer dafür eingetragen ist. Nichts wurde gesendet.
staff-not-sent-closed = Der Fall ist geschlossen, nichts wurde gesendet. Öffnen Sie ihn zuerst wieder.
staff-not-sent-kind = Senden kann ich Text, Fotos und Dokumente. Nichts wurde gesendet.
staff-not-sent-command = Diesen Befehl kenne ich nicht; an die Kundin oder den Kunden wurde nichts gesendet. Es gibt /note, /take, /close und /queue.
staff-noted = 📝 Notiert, nur für das Team.
staff-list = <b>Wer hier arbeitet</b>
staff-list-line = { $role }: { $name } (<code>{ $id }</code>)
staff-list-hint =
    Eintragen: <code>/staff grant 123456 agent Mia</code>
    Austragen: <code>/staff revoke 123456</code>
    Rollen: owner, agent, marketer. Jede Person findet ihre Nummer bei mir mit /id.
staff-granted = Eingetragen: <code>{ $id }</code> als { $role }.
staff-revoked = Ausgetragen: <code>{ $id }</code>.
staff-unknown = Diese Nummer ist nicht eingetragen: <code>{ $id }</code>.
staff-id = Ihre Nummer: <code>{ $id }</code>
staff-role-owner = Inhaberin oder Inhaber
staff-role-agent = Kundendienst
staff-role-marketer = Werbung
