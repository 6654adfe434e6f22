# Language and time zone.
settings-title =
    <b>Settings</b>
    Language: { $language }
    Time zone: { $zone }
settings-zone-choose =
    <b>Time zone</b>
    Times are shown in the local time of { $zone }. Where are you?
settings-zone-ask = Please type a city or a country, for example “Vienna”.
settings-zone-unknown = I do not know this place. Please type a larger city nearby or the country.
settings-language-button = Language
settings-zone-button = Time zone
settings-zone-derived-button = Automatic, by delivery country
settings-zone-other-button = Another place
settings-zone-changed-toast = Time zone changed.
settings-news-button = What we have written to you
settings-news-title = <b>Our latest messages</b>
settings-news-none = So far we have not written to you of our own accord.
settings-news-line = • { $about }{ $order }: { $outcome }
settings-news-sent = sent
settings-news-waiting = waiting ({ $reason })
settings-news-unsent = not sent ({ $reason })
settings-news-queued = waiting to be sent
settings-news-order = {" "}(order { $number })
