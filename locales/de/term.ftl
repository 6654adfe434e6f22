# Bis wann man widerrufen kann, als Tag; und das Formular des Gesetzes.
term-title = <b>📅 Widerrufsfrist</b>
term-open = Widerrufen können Sie bis <b>{ DAY($day) }</b>.
term-enough = Es genügt, wenn Sie es an diesem Tag absenden.
term-unbegun = Widerrufen können Sie schon jetzt. Die Frist beginnt erst, wenn alles bei Ihnen ist, und dauert dann { NUMBER($days) } Tage.
term-unknown = Widerrufen können Sie noch. Ein letzter Tag steht nicht fest, weil niemand gemeldet hat, wann alles bei Ihnen war.
term-provided = Widerrufen können Sie, bis Sie den digitalen Inhalt mit Ihrer Zustimmung bekommen haben.
term-over = Die Widerrufsfrist endete am <b>{ DAY($day) }</b>.
term-excluded = Für diese Artikel sieht das Gesetz keinen Widerruf vor.
term-nothing = Hier gibt es nichts mehr zu widerrufen: Alles gehört schon zu einer Rückgabe, oder Sie haben Ihr Geld zurück.
term-general = Widerrufen können Sie { NUMBER($days) } Tage lang, nachdem Sie alles bekommen haben; ist der letzte Tag ein Samstag, Sonntag oder Feiertag, bis zum nächsten Werktag. Den genauen Tag sage ich Ihnen zu jeder verknüpften Bestellung.
term-form-text =
    <b>Ein Formular brauchen Sie nicht.</b>
    Es genügt ein Satz hier im Chat, etwa „Ich widerrufe Bestellung 1001“, oder zwei Tipps unter der Bestellung. Die Eingangsbestätigung kommt sofort.
    Füllen Sie lieber eines aus, schicke ich Ihnen das Muster-Widerrufsformular als Datei.
term-form-button = 📄 Widerrufsformular als Datei
term-form-toast = Das Formular kommt gleich.

# Das Muster aus Anlage 2 zu Artikel 246a EGBGB.
term-form-file = Widerrufsformular.pdf
term-form-title = Muster-Widerrufsformular
term-form-use = (Wenn Sie den Vertrag widerrufen wollen, dann füllen Sie bitte dieses Formular aus und senden Sie es zurück.)
term-form-to = An
term-form-declare = Hiermit widerrufe(n) ich/wir (*) den von mir/uns (*) abgeschlossenen Vertrag über den Kauf der folgenden Waren (*)/die Erbringung der folgenden Dienstleistung (*)
term-form-order = Bestellung { $number }: ____________________________
term-form-goods = ____________________________________________
term-form-ordered = Bestellt am (*)/erhalten am (*): ____________________________
term-form-name = Name des/der Verbraucher(s): ____________________________
term-form-address = Anschrift des/der Verbraucher(s): ____________________________
term-form-signature = Unterschrift des/der Verbraucher(s) (nur bei Mitteilung auf Papier): ____________________
term-form-date = Datum: ____________________
term-form-strike = (*) Unzutreffendes streichen.
