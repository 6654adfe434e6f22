# Goodwill: wat d’Ekipp onzefriddene Clienten gëtt, a wéi et gesot gëtt.
goodwill-button = 🎁 Goodwill
goodwill-ask =
    🎁 <b>Goodwill fir de Fall { $id }</b>
    Wat kritt d’Persoun? Dir gesitt et nach eng Kéier, éier et gi gëtt.
goodwill-so-far =
    { $count ->
        [one] Bis elo: ee Punkt.
       *[other] Bis elo: { $count } Punkten.
    }
goodwill-left =
    { $count ->
        [one] Dir kënnt an dësem Fall nach ee Punkt ginn.
       *[other] Dir kënnt an dësem Fall nach { $count } Punkte ginn.
    }
goodwill-codes-left =
    { $count ->
        [0] E Code kënnen hei nëmmen nach d’Proprietairë ginn.
        [one] Dir kënnt an dësem Fall ee Code ginn.
       *[other] Dir kënnt an dësem Fall nach { $count } Coden ginn.
    }
goodwill-points-given =
    { $count ->
        [one] 🎁 ee Punkt
       *[other] 🎁 { $count } Punkten
    }
goodwill-code-given = 🎁 Code { $code }
goodwill-code-button = 🏷 E Code
goodwill-code-ask = Wéi ee Code? Schreift e sou, wéi Äre Shop e kennt, zum Beispill <code>SORRY-10</code>.
goodwill-bad-code = Dat ass kee Code: 3 bis 40 Buschtawen, Zifferen, - a _.
goodwill-confirm =
    🎁 <b>Goodwill fir de Fall { $id }</b>
    { $gift }
    D’Persoun kritt et gesot. Schreift e Saz, deen drënner stoe soll, oder gitt et ouni.
goodwill-give-button = 🎁 Ginn
goodwill-given-toast = Ginn, d’Persoun kritt et gesot.
goodwill-before-alert = An dësem Fall gouf grad eppes ginn; eng zweete Kéier gouf näischt ginn. Kuckt Iech de Fall un, éier Dir méi gitt.
goodwill-nobody-alert = Fir dëse Fall ass kee Clientskont bekannt; et gëtt keen, deem een et gi kéint.
goodwill-too-much-alert = Dat ass méi, wéi an dësem Fall däerf gi ginn. Frot d’Proprietairen.
goodwill-too-many-alert = An dësem Fall däerf kee Code méi gi ginn. Frot d’Proprietairen.
goodwill-used-alert = Dëse Code huet scho ee kritt. Huelt w.e.g. en aneren: All Code ass fir eng Persoun.
goodwill-how = Schreift <code>/goodwill 50</code> fir Punkten oder <code>/goodwill SORRY-10</code> fir e Code, an hannendrun, wann Dir wëllt, e Saz fir d’Persoun.
goodwill-told-points =
    { $count ->
        [one] 🎁 <b>{ $shop }</b> entschëllegt sech. Fir et gutt ze maachen, hutt Dir ee Punkt méi op Ärem Kont.
       *[other] 🎁 <b>{ $shop }</b> entschëllegt sech. Fir et gutt ze maachen, hutt Dir { $count } Punkte méi op Ärem Kont.
    }
goodwill-told-code = 🎁 <b>{ $shop }</b> entschëllegt sech. Fir et gutt ze maachen, hu mir e Code fir Iech: <code>{ $code }</code>
goodwill-copy-button = 📋 Code kopéieren
goodwill-coupon-given = 🎁 Bong { $worth } { $code }
goodwill-coupon-button = 🎟 Bong: { $worth }
goodwill-told-coupon = 🎁 <b>{ $shop }</b> entschëllegt sech. Fir et gutt ze maachen, hu mir e Bong fir Iech: { $worth }, gëlteg bis { DATE($day) }. Äre Code: <code>{ $code }</code>
