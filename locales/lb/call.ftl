# Wat de Buttek a sengem eegene System maache muss: vun Hand, oder well säi System et net ugeholl huet.
call-hand-return-cancelled = 🛠 Wgl. am Buttekssystem maachen: Retour { $number } fir d'Bestellung { $order } zréckhuelen.
call-hand-return-checked = 🛠 Wgl. am Buttekssystem maachen: ugeholl Artikele vum Retour { $number } nees an de Stock setzen, wa se sech nach eng Kéier verkafe loossen.
call-hand-return-refund = 🛠 Wgl. am Buttekssystem maachen: { MONEY($total) } fir d'Bestellung { $order } rembourséieren (Retour { $number }).
call-hand-return-credit = 🛠 Wgl. am Buttekssystem maachen: Guthaben iwwer { MONEY($total) } fir d'Bestellung { $order } uleeën (Retour { $number }).
call-hand-return-exchange = 🛠 Wgl. am Buttekssystem androen: de gewënschten Ersatz fir d'Bestellung { $order } ass verschéckt (Retour { $number }).
call-hand-return-replacement = 🛠 Wgl. am Buttekssystem androen: d'Artikele vum Retour { $number } sinn nach eng Kéier verschéckt (Bestellung { $order }).
call-hand-return-sent-back = 🛠 Wgl. maachen: d'Artikele vum Retour { $number } un d’Persoun zréckschécken.
call-given-up = ⚠️ De Buttekssystem huet „{ $topic }“ net ugeholl ({ $why }). Wgl. vun Hand maachen. Schlëssel: { $key }
call-platform-declined = ⚠️ D'Butteksplattform mellt: refuséiert. Hei gëllt { $number } weider; wgl. klären.
call-platform-unpaid = ⚠️ D'Butteksplattform huet { $number } zougemaach, awer kee Remboursement gemellt. Wgl. nokucken.
call-label-late = 📦 E Pak vun { $number } ass ënnerwee, obwuel dee Retour net méi leeft. Wgl. klären.
call-label-trouble = ⚠️ De Retourspak vun { $number } huet e Problem beim Transporteur. Wgl. nofroen.
call-label-unused = ⚠️ { $number } ass bezuelt, mee keen huet d'Artikelen zréckgeschéckt; de Retourschäin ass ofgelaf. Wgl. nofroen.
call-platform-cancelled = ⚠️ D'Butteksplattform mellt { $number } als annuléiert, obwuel et e Widderruff ass oder scho Suen erausgaange sinn. Wgl. klären.
call-clock-red = ⏰ { $number }: D'Geld muss spéitstens { DAY($day) } zréckgoen. Wgl. auszuelen.
call-platform-overpaid = ⚠️ Fir { $number } huet d'Butteksplattform méi rembourséiert, wéi fälleg war. Wgl. nokucken.
call-platform-refund-deleted = ⚠️ D'Butteksplattform huet d'Rembourséierung vun { $total } fir { $number } geläscht. Kuckt wgl. no, ob d'Suen bei der Persoun ukommen.
call-platform-less = ⚠️ D'Butteksplattform huet Stécker aus { $number } erausgeholl; hei leeft et weider, wéi et erkläert, geschéckt oder bezuelt gouf. Wgl. klären.
call-label-missing =
    { $weeks ->
        [one] ⚠️ { $number } waart zënter enger Woch op säi Retourszettel.
       *[other] ⚠️ { $number } waart zënter { NUMBER($weeks) } Wochen op säi Retourszettel.
    } Wgl. schécken, oder ouni Zettel zréckschécke loossen.
call-unsent = 📮 { $number }: Bis { DAY($day) } gouf näischt fortgeschéckt. De Widderruff gëllt weider; wgl. nofroen.
call-unsent-claim = 📮 { $number }: Bis { DAY($day) } gouf näischt fortgeschéckt. D’Reklamatioun bleift op; wgl. nofroen.
call-not-arrived = 🔎 De Pak fir { $number } ass zënter zwou Wochen ënnerwee an net ukomm. Wgl. nofuerschen.
call-clock-over = ⏰ { $number }: Déi 14 Deeg fir d’Geld waren den { DAY($day) } eriwwer. Wgl. direkt auszuelen.
call-platform-reopened = ⚠️ D'Butteksplattform huet { $number } erëm opgemaach, dat si annuléiert hat; hei sinn d'Stécker an engem anere Retour. Wgl. klären.
call-parcel-left = 📦 { $number } ass elo ugeholl, mee de Pak mat { $other } ass scho fort. Wgl. nokucken, ob d'Artikelen dra sinn; soss brauch et e Retourschäin.
call-overtakes = ↩️ { $number } ass e Widderruff a kënnt un d’Plaz vun der Ufro { $other }, vun där nach näischt ënnerwee ass.
call-cancel-left = 🚚 { $number } war annuléiert, mee de Pak ass ënnerwee. Elo ass et e Widderruff: D’Wuer kënnt zréck.
call-cancel-may-have-left = 🚚 { $number } ass annuléiert, an e Pak vun der Bestellung ass ënnerwee. Kuckt w.e.g., ob d’Wuer dran ass.
call-erased = 🔒 D’Persoun hannert { $number } ass geläscht. Wat hir zousteet, steet hir weider zou; schreiwen kënnt Dir hir hei net méi.
call-hand-return-changed = 🛠 Wgl. am Buttekssystem maachen: aus dem Retour { $number } fir d'Bestellung { $order } d'Artikelen eraushuelen, déi net méi derzou gehéieren.
call-overtaken = Widderruff op hirer Plaz
call-late-rest = 📦 { $number }: De Pak mam Retourschäin ass eréischt no der Ofrechnung ukomm. De Rescht kann dra sinn; kuckt w.e.g. no an drot et an.
call-parcel-stuck = 📦 { $number }: Fir d’Bestellung gëllt de Widderruff. De Pak muss net méi geliwwert ginn; loosst e w.e.g. zréckkommen. { $reason }
call-never-comes = 📭 { $number }: No dem Widderruff ass de Pak verluer gaangen oder bei eis zréckkomm. Näischt kënnt zréck; d’Suen si fälleg, ouni ze waarden.
call-lost-may-be-found = 📦 { $number }: De Pak ass verluer, an en anere vun der Bestellung ass ënnerwee. Kuckt w.e.g., ob d’Artikelen dran sinn.
call-lost-found = 📦 { $number }: De verluerene Pak ass erëm opgedaucht. D’Artikele kommen zréck; schéckt w.e.g. e Retourschäin.
call-sold-out = ⚠️ { $number }: Wat d’Persoun dofir kréie soll, ass ausverkaaft. Si weess et. Bestellt et w.e.g. no, oder kläert, wat anescht geet.
