# Choice of language. Each language is named in itself, the same in all files.
language-choose =
    <b>Solle mir op Lëtzebuergesch virufueren?</b>
    Dir kënnt hei eng aner Sprooch wielen a se zu all Moment an den Astellungen änneren.
language-name-de = Deutsch
language-name-en = English
language-name-fr = Français
language-name-lb = Lëtzebuergesch
language-changed-toast = Vun elo un op Lëtzebuergesch.
