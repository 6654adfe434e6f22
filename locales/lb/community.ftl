# The community screen: what it brings, the doors, links of one's own.
community-button = 👥 Communautéit
community-title = <b>D’Communautéit vun { $shop }</b>
community-brings = Wat se Iech bréngt:
community-unlinked = Grupp a Kanal si fir eis Clienten: Verknäppt en Akaf, da kritt Dir hei Äre perséinleche Link.
community-group = Clientsgrupp
community-channel = Kanal
community-from-tier = 🔒 { $name }: vun der Stuf { $tier } un
community-open-button = Invitatioun: { $name }
community-join-button = ➡️ Bäitrieden: { $name }
community-link =
    <b>{ $name }</b>: { $link }
    Dëse Link ass nëmme fir Iech, gëllt eemol a bis { DATETIME($at) }.
community-privacy = An der Grupp liest jiddereen mat. Froen iwwer Bestellunge stellt Dir besser hei. Fir d’Bäitriede gëtt et keng Punkten.
community-contest-button = 🎁 Bei de Concours
community-inside-alert = Dir sidd schonn dobäi.
community-no-link-alert = Dat huet grad net geklappt. Probéiert et w. e. g. méi spéit nach eng Kéier.
community-passed-on = 🔗 Iwwer de perséinleche Link { $name } ass een aneren dobäikomm wéi deen, fir deen e war. E gëllt net méi; wien et ass, weist Telegram ënner „Lescht Aktiounen“.
community-feedback-button = 💡 Feedback-Këscht
