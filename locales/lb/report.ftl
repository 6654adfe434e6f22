# Auswäertunge fir d’Ekipp: de Saz, op deen et ukënnt, Biller, a wat d'Cliente geschriwwen hunn.
report-metric-nps = NPS
report-metric-csat = CSAT
report-metric-ces = CES
report-figure-nps = NPS { $score } ({ $low } bis { $high }, n={ $n })
report-figure-csat = CSAT { $score } % ({ $low } bis { $high } %, n={ $n })
report-figure-ces = CES { $score } vu 7 ({ $low } bis { $high }, n={ $n })
report-none = { $metric }: nach keng Äntwerten.
report-few = { $metric }: ze wéineg Äntwerte fir e Wäert (n={ $n }, vun { $least } un).
report-whole = { $figure }.
report-unsure = { $figure }: wéineg Äntwerten, also nëmmen en Hiweis.
report-with-change = { $figure }, { $change }
report-up =
    { $days ->
        [one] signifikant iwwer dem Dag virdrun
       *[other] signifikant iwwer den { $days } Deeg virdrun
    }
report-perhaps-up =
    { $days ->
        [one] net signifikant iwwer dem Dag virdrun
       *[other] net signifikant iwwer den { $days } Deeg virdrun
    }
report-down =
    { $days ->
        [one] signifikant ënner dem Dag virdrun
       *[other] signifikant ënner den { $days } Deeg virdrun
    }
report-perhaps-down =
    { $days ->
        [one] net signifikant ënner dem Dag virdrun
       *[other] net signifikant ënner den { $days } Deeg virdrun
    }
report-same =
    { $days ->
        [one] wéi den Dag virdrun
       *[other] wéi an den { $days } Deeg virdrun
    }
report-no-change =
    { $days ->
        [one] den Dag virdrun ze wéineg Äntwerte fir ze vergläichen
       *[other] an den { $days } Deeg virdrun ze wéineg Äntwerte fir ze vergläichen
    }
report-last-up =
    { $by ->
        [week] signifikant iwwer der Woch virdrun
        [quarter] signifikant iwwer dem Quartal virdrun
       *[month] signifikant iwwer dem Mount virdrun
    }
report-last-perhaps-up =
    { $by ->
        [week] net signifikant iwwer der Woch virdrun
        [quarter] net signifikant iwwer dem Quartal virdrun
       *[month] net signifikant iwwer dem Mount virdrun
    }
report-last-down =
    { $by ->
        [week] signifikant ënner der Woch virdrun
        [quarter] signifikant ënner dem Quartal virdrun
       *[month] signifikant ënner dem Mount virdrun
    }
report-last-perhaps-down =
    { $by ->
        [week] net signifikant ënner der Woch virdrun
        [quarter] net signifikant ënner dem Quartal virdrun
       *[month] net signifikant ënner dem Mount virdrun
    }
report-last-same =
    { $by ->
        [week] wéi an der Woch virdrun
        [quarter] wéi am Quartal virdrun
       *[month] wéi am Mount virdrun
    }
report-mean = Moyenne { $mean } vu 5.
report-imported =
    { $imported ->
        [one] Eng vun dësen Äntwerte kënnt aus enger fréierer Ëmfro a gouf importéiert.
       *[other] { $imported } vun dësen Äntwerte kommen aus fréiere Ëmfroen a goufen importéiert.
    }
report-response = { $rate } vun { $delivered } zougestallten Invitatioune goufen beäntwert.
report-key-unknown = net bekannt
report-key-first = éischt Bestellung
report-key-repeat = weider Bestellung
report-n = n={ $n }
report-count = { $n }
report-hidden = ze wéineg
report-value-nps = { $score }
report-value-csat = { $score } %
report-value-ces = { $score }
report-week = W{ $week }
report-interval = { $low } bis { $high }
report-title-nps = Recommandatioun (NPS)
report-title-csat = Zefriddenheet (CSAT)
report-title-ces = Einfachheet (CES)
report-period-all = all d'Äntwerten
report-period-from = vum { DATE($first) } un
report-period-until = bis den { DATE($last) }
report-period-days = { DATE($first) } – { DATE($last) }
report-note = n: Äntwerten · Balken: 95-%-Intervall · gro: ënner { $few } Äntwerten
report-note-more =
    { $hidden ->
        [one] Ee weidere Grupp gëtt net gewisen.
       *[other] { $hidden } weider Gruppe ginn net gewisen.
    }
report-by-week = no Woch
report-by-month = no Mount
report-by-quarter = no Quartal
report-by-carrier = no Pakdéngscht
report-by-country = no Land
report-by-language = no Sprooch
report-by-product = no Produkt
report-by-category = no Kategorie
report-by-first-order = no éischter Bestellung
report-by-survey = no Ëmfro
report-open-button = 📊 Auswäertung
report-span-30-button = 30 Deeg
report-span-90-button = 90 Deeg
report-span-365-button = 12 Méint
report-span-all-button = Alles
report-by-none = ouni Gruppen
report-grouping-button = 🔀 { $by }
report-grouping-ask = Wéi soll ech gruppéieren?
report-group = { $name }: { $score } ({ $low } bis { $high }, n={ $n })
report-group-few = { $name }: ze wéineg (n={ $n })
report-comments-button = 💬 Kommentaren
report-comments-title = <b>Kommentaren: { $title }</b>
report-comments-none = An dëser Zäit huet kee eppes geschriwwen.
report-comments-reason =
    { $answers ->
        [one] <b>{ $reason }</b>: eng Äntwert
       *[other] <b>{ $reason }</b>: { $answers } Äntwerten
    }
report-comments-unnamed = ouni Grond
report-comment = { DATE($at) } · { $about }: „{ $text }“
report-comment-order = Bestellung { $number }
report-comment-imported = importéiert
report-metric-recovery = Zréckgewonnen
report-figure-recovery = Zréckgewonnen: { $score } % ({ $low } bis { $high } %, n={ $n })
report-recovery-asked = Vun { $asked }, déi gefrot goufen, ob et geléist ass, hunn { $answered } geäntwert.
