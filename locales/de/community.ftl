# The community screen: what it brings, the doors, links of one's own.
community-button = 👥 Gemeinschaft
community-title = <b>Die Gemeinschaft von { $shop }</b>
community-brings = Was sie Ihnen bringt:
community-unlinked = Gruppe und Kanal sind für unsere Kundinnen und Kunden: Verknüpfen Sie einen Einkauf, dann bekommen Sie hier Ihren persönlichen Link.
community-group = Kundengruppe
community-channel = Kanal
community-from-tier = 🔒 { $name }: ab der Stufe { $tier }
community-open-button = Einladung: { $name }
community-join-button = ➡️ Beitreten: { $name }
community-link =
    <b>{ $name }</b>: { $link }
    Dieser Link ist nur für Sie, gilt einmal und bis { DATETIME($at) }.
community-privacy = In der Gruppe lesen alle mit. Fragen zu Bestellungen stellen Sie besser hier. Punkte gibt es fürs Beitreten nicht.
community-contest-button = 🎁 Zum Gewinnspiel
community-inside-alert = Sie sind schon dabei.
community-no-link-alert = Das hat gerade nicht geklappt. Bitte versuchen Sie es später noch einmal.
community-passed-on = 🔗 Über den persönlichen Link { $name } ist jemand anderes beigetreten als die Person, für die er war. Er gilt nicht mehr; wer es ist, zeigt Telegram unter „Letzte Aktionen“.
community-feedback-button = 💡 Feedback-Box
