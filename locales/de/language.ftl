# Choice of language. Each language is named in itself, the same in all files.
language-choose =
    <b>Möchten Sie auf Deutsch weitermachen?</b>
    Sie können hier eine andere Sprache wählen und sie jederzeit in den Einstellungen ändern.
language-name-de = Deutsch
language-name-en = English
language-name-fr = Français
language-name-lb = Lëtzebuergesch
language-changed-toast = Ab jetzt auf Deutsch.
