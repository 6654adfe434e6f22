# Choice of language. Each language is named in itself, the same in all files.
language-choose =
    <b>Voulez-vous continuer en français ?</b>
    Vous pouvez choisir une autre langue ici et en changer à tout moment dans les réglages.
language-name-de = Deutsch
language-name-en = English
language-name-fr = Français
language-name-lb = Lëtzebuergesch
language-changed-toast = Désormais en français.
