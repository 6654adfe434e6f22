# The staff’s screens about what customers ask and what the shop answers itself.
faqdesk-groups-title = <b>Froen ouni Äntwert</b> (lescht { $days } Deeg)
faqdesk-groups-figures = { $total } Froen, dovun { $answered } % direkt beäntwert.
faqdesk-groups-helpful = Hëllefräich fonnt: { $yes } vun { $rated } Äntwerten.
faqdesk-groups-hint = Tippt op eng Fro, fir se vun elo un ze beäntwerten:
faqdesk-groups-none = Op alles, wat gefrot gouf, gëtt et eng Äntwert.
faqdesk-group = <b>{ $count }×</b> „{ $example }“ ({ $language })
faqdesk-group-gone-toast = Dës Grupp huet geännert. Sou ass et elo.
faqdesk-entries-button = 📖 Eegen Äntwerten
faqdesk-list =
    <b>Eegen Äntwerten</b>: { $count }
    Clienten kréie se, soubal se mat dëse Wierder froen oder bal esou.
faqdesk-intents = Wat de Bot vu sech aus kennt: Setzt Weeër ze froen dobäi oder, wou en näischt ze weisen huet, eng eegen Äntwert.
faqdesk-new-button = ➕ Nei
faqdesk-intents-button = 🧩 Agebaute Froen
faqdesk-title = <b>{ $title }</b>
faqdesk-off = ⏸ Ausgeschalt
faqdesk-unsaved = ✏️ Nach net gespäichert
faqdesk-ways = Och gefrot als ({ $language }): { $ways }
faqdesk-answer = Äntwert ({ $language }): { $answer }
faqdesk-no-answer = Nach keng Äntwert op { $language }.
faqdesk-overlap = ⚠️ „{ $phrase }“ gëtt haut beäntwert mat: { $by }
faqdesk-question-button = ❓ Fro
faqdesk-phrases-button = 🗣 Weeër ze froen
faqdesk-answer-button = 💬 Äntwert
faqdesk-save-button = 💾 Späicheren
faqdesk-off-button = ⏸ Ausschalten
faqdesk-on-button = ▶️ Uschalten
faqdesk-too-long = Dat ass ze laang: héchstens { $longest } Zeechen.
faqdesk-question-ask = Schreift d’Fro op { $language }, wéi d’Clienten se liesen.
faqdesk-phrases-ask = Schreift aner Weeër ze froen op { $language }, een all Zeil. Si ersetzen déi bis elo: { $so_far }
faqdesk-answer-ask =
    <b>{ $question }</b>
    Schreift d’Äntwert op { $language }, wéi d’Clienten se liese sollen.
faqdesk-incomplete-alert = Et feelen nach Fro an Äntwert.
faqdesk-saved-toast = Gespäichert. Vun elo un gëtt esou geäntwert.
faqdesk-off-toast = Ausgeschalt.
faqdesk-open-button = ❔ Froen
