# Wat Clienten antippen, a wat Mataarbechter gesinn, wa se eng Aktioun schreiwen.
offer-gone-toast = Dës Offer gëtt et net méi.
offer-product-gone-alert = Dëst Produkt gëtt et net méi.
offer-survey-gone-alert = Dës Ëmfro ass grad net méiglech.
offer-stopped-toast = Dir kritt keng Offere méi.
offer-stopped-before-toast = Dir kritt schonn keng Offere méi.
offer-stopped =
    🔕 Dir kritt keng Offere méi, och keng, déi scho fir Iech ënnerwee waren.
    Messagen iwwer Är Bestellunge kommen weider. Wann Dir et Iech anescht iwwerleet, schalt Offeren ënner „Accorden“ erëm un.
offer-preview-stop-alert = Dat ass eng Virschau. Bei Clienten hëlt dëse Knäppchen direkt all Offeren ewech.
