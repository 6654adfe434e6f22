# Choice of language. Each language is named in itself, the same in all files.
language-choose =
    <b>Shall we go on in English?</b>
    You can choose another language here, and change it at any time in the settings.
language-name-de = Deutsch
language-name-en = English
language-name-fr = Français
language-name-lb = Lëtzebuergesch
language-changed-toast = From now on in English.
