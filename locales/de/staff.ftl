# Das Team: Knöpfe unter Fällen, Auskünfte an die, die hier arbeiten, und wer hier arbeitet.
staff-take-button = ✋ Ich kümmere mich
staff-details-button = 👁 Kontaktdaten
staff-close-button = ✅ Schließen
staff-reopen-button = ↩️ Wieder öffnen
staff-taken-toast = Der Fall ist jetzt Ihrer.
staff-taken-before-toast = Jemand hat den Fall schon übernommen, oder er ist geschlossen.
staff-closed-toast = Geschlossen.
staff-closed-before-toast = Der Fall war schon geschlossen.
staff-kept-open-alert = Hier geht es um eine Rücksendung, über die noch zu entscheiden ist: bitte dort annehmen, mit Grund ablehnen oder abschließen. Der Fall schließt sich dann von selbst.
staff-reopened-toast = Wieder offen.
staff-not-reopened-alert = Wieder öffnen geht nur innerhalb von sieben Tagen und solange die Person kein neues Anliegen hat.
staff-details-alert = Ich schicke es Ihnen im privaten Chat. Kommt nichts an, öffnen Sie ihn einmal mit mir und tippen auf „Start“.
staff-no-details-alert = Zu diesem Fall ist kein Kundenkonto bekannt.
staff-not-allowed-alert = Das darf nur, wer dafür eingetragen ist.
staff-not-allowed = Das darf nur, wer dafür eingetragen ist. Nichts wurde gesendet.
staff-not-sent-closed = Der Fall ist geschlossen, nichts wurde gesendet. Öffnen Sie ihn zuerst wieder.
staff-not-sent-kind = { $kind }: Senden kann ich nur Text, Fotos, Dokumente, Ton und Video. Nichts wurde gesendet.
staff-tap = Das geht an niemanden. Bitte tippen Sie auf einen Knopf; der Person antworten Sie auf ihren Fall in der Gruppe.
staff-not-sent-command = Diesen Befehl kenne ich nicht; an die Kundin oder den Kunden wurde nichts gesendet. Es gibt /note, /take, /goodwill, /close und /queue.
staff-noted = 📝 Notiert, nur für das Team.
staff-list = <b>Wer hier arbeitet</b>
staff-granted = Eingetragen: <code>{ $id }</code> als { $role }.
staff-revoked = Ausgetragen: <code>{ $id }</code>.
staff-unknown = Diese Nummer ist nicht eingetragen: <code>{ $id }</code>.
staff-id = Ihre Nummer: <code>{ $id }</code>
staff-role-owner = Inhaberin oder Inhaber
staff-role-agent = Kundendienst
staff-role-marketer = Werbung
staff-open-button = 🔎 Öffnen
staff-not-sent-no-chat = Diese Person hat keinen erreichbaren Chat mit uns, nichts wurde gesendet. Die Kontaktdaten finden Sie unter dem Fall.
staff-corrected = ✎ Korrigiert, auch bei der Kundin oder dem Kunden.
staff-edited-command = Diese Nachricht ist schon bei der Kundin oder dem Kunden; ein Befehl wird daraus nicht mehr. Dort steht weiter der alte Text.
staff-close-how =
    Zum Schließen gehören Ursache und Maßnahme. Tippen Sie hier, oder schreiben Sie es in einem: <code>/close late refunded</code>
    Ursachen: { $causes }
    Maßnahmen: { $actions }
staff-last-owner-alert = Das geht nicht: Jemand muss Inhaberin oder Inhaber bleiben.
