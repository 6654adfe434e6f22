"""A catalogue of any size, made by script: names in four languages as shops write them, categories, prices, facts."""

import random
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

LANGUAGES = ("de", "en", "fr", "lb")
# What it is: category, then the word in each language.
KINDS = """
kitchen|Teekanne|teapot|théière|Téikan
kitchen|Kaffeebecher|coffee mug|tasse à café|Kaffisbecher
kitchen|Kaffeetasse|coffee cup|tasse|Kaffistaass
kitchen|Bratpfanne|frying pan|poêle|Brodpan
kitchen|Kochtopf|cooking pot|casserole|Kachdëppen
kitchen|Brotmesser|bread knife|couteau à pain|Broutmesser
kitchen|Schneidebrett|chopping board|planche à découper|Schneidbriet
kitchen|Salatschüssel|salad bowl|saladier|Zalotschossel
kitchen|Wasserkocher|kettle|bouilloire|Waasserkacher
kitchen|Kaffeemühle|coffee grinder|moulin à café|Kaffismillen
home|Tischlampe|table lamp|lampe de table|Dëschluucht
home|Stehlampe|floor lamp|lampadaire|Stoluucht
home|Bücherregal|bookshelf|bibliothèque|Bicherregal
home|Wanduhr|wall clock|horloge murale|Maueronauer
home|Kissenbezug|cushion cover|housse de coussin|Këssebezuch
home|Wolldecke|wool blanket|couverture en laine|Wolldecken
home|Blumentopf|flower pot|pot de fleurs|Blummendëppen
home|Kleiderhaken|coat hook|patère|Kleederhook
home|Duschvorhang|shower curtain|rideau de douche|Duschrido
home|Bettwäsche|bed linen|parure de lit|Bettwäsch
clothing|Winterjacke|winter jacket|veste d'hiver|Wanterjackett
clothing|Regenmantel|raincoat|imperméable|Reemantel
clothing|Strickmütze|knitted hat|bonnet tricoté|Strécksmutz
clothing|Handschuhe|gloves|gants|Händschen
clothing|Wollsocken|wool socks|chaussettes en laine|Wollstrëmp
clothing|Leinenhemd|linen shirt|chemise en lin|Léngenhiem
clothing|Sommerkleid|summer dress|robe d'été|Summerkleed
clothing|Wanderschuhe|hiking boots|chaussures de randonnée|Wanderschong
clothing|Turnschuhe|trainers|baskets|Turnschong
clothing|Ledergürtel|leather belt|ceinture en cuir|Liedergürtel
travel|Rucksack|backpack|sac à dos|Rucksak
travel|Reisetasche|travel bag|sac de voyage|Reestäsch
travel|Trinkflasche|water bottle|gourde|Drénkfläsch
travel|Schlafsack|sleeping bag|sac de couchage|Schlofsak
travel|Regenschirm|umbrella|parapluie|Prabbeli
travel|Fahrradhelm|bike helmet|casque de vélo|Vëloshelm
travel|Thermoskanne|vacuum flask|bouteille isotherme|Thermoskan
technology|Kopfhörer|headphones|casque audio|Kopfhörer
technology|Ladekabel|charging cable|câble de charge|Luedkabel
technology|Lautsprecher|speaker|enceinte|Lautsprecher
technology|Schreibtischlampe|desk lamp|lampe de bureau|Schreifdëschluucht
technology|Tastatur|keyboard|clavier|Tastatur
technology|Handyhülle|phone case|coque de téléphone|Handyhüll
toys|Holzpuzzle|wooden puzzle|puzzle en bois|Holzpuzzel
toys|Bauklötze|building blocks|cubes en bois|Bauklëtz
toys|Kuscheltier|soft toy|peluche|Plüschdéier
toys|Kartenspiel|card game|jeu de cartes|Kaartespill
garden|Gießkanne|watering can|arrosoir|Géisskan
garden|Gartenschere|secateurs|sécateur|Gaardeschéier
garden|Vogelhaus|bird house|nichoir|Vullenhaischen
garden|Hängematte|hammock|hamac|Hängematt
stationery|Notizbuch|notebook|carnet|Notizbuch
stationery|Füllfederhalter|fountain pen|stylo plume|Fëllhalter
stationery|Briefpapier|writing paper|papier à lettres|Bréifpabeier
food|Pralinen|chocolates|pralines|Pralinnen
food|Olivenöl|olive oil|huile d'olive|Olivenueleg
food|Kräutertee|herbal tea|tisane|Kraidertéi
food|Blütenhonig|blossom honey|miel de fleurs|Bléiehunneg
"""
COLOURS = """
blau|blue|bleu|blo
rot|red|rouge|rout
grün|green|vert|gréng
gelb|yellow|jaune|giel
schwarz|black|noir|schwaarz
weiß|white|blanc|wäiss
grau|grey|gris|gro
braun|brown|marron|brong
rosa|pink|rose|rosa
türkis|turquoise|turquoise|tierkis
dunkelblau|navy|bleu marine|donkelblo
hellgrün|light green|vert clair|hellgréng
"""
MATERIALS = """
Steingut|stoneware|grès|Steengutt
Edelstahl|stainless steel|inox|Inox
Buchenholz|beech|hêtre|Bichenholz
Baumwolle|cotton|coton|Kotteng
Merinowolle|merino wool|laine mérinos|Merinowoll
Leinen|linen|lin|Léngent
Bambus|bamboo|bambou|Bambus
Porzellan|porcelain|porcelaine|Porzeläin
Glas|glass|verre|Glas
Gusseisen|cast iron|fonte|Goss
Recyclingkunststoff|recycled plastic|plastique recyclé|recycléierte Plastik
"""
SYLLABLES = """
Al|Ber|Cor|Dan|El|Fal|Gan|Hol|Ist|Jor|Kal|Lin|Mar|Nor|Or|Per|Quel|Ros|Sol|Tal|Ul|Vin|Wes|Yor|Zel
a|e|i|o|u|an|en|in|on|ar|er|ir|or|ala|ele|ino|ora|ura
va|dis|ga|ras|nia|lo|mar|ta|vik|sund|berg|fors|bel|rin|do|nessa|to|phe
"""


def make_products(count: int) -> Iterator[dict[str, Any]]:
    """The same `count` products at each call, as keyword arguments of IncomingProduct's `told` with their `sku`."""
    chance = random.Random(7)  # the same catalogue each time, nothing secret
    kinds, colours, materials = (_table(each) for each in (KINDS, COLOURS, MATERIALS))
    series = ["".join(each) for each in product(*_table(SYLLABLES))]
    for number in range(count):
        category, *kind = chance.choice(kinds)
        colour, material, name = chance.choice(colours), chance.choice(materials), chance.choice(series)
        size = f"{chance.randrange(2, 120)} {chance.choice(('cm', 'ml', 'l', 'g'))}"
        yield {
            "sku": f"{name[:3].upper()}-{number:06}",
            "name": {
                language: f"{kind[place]} „{name}“ {colour[place]}, {size}" for place, language in enumerate(LANGUAGES)
            },
            "category": category,
            "price": Decimal(chance.randrange(290, 29_900, 10)) / 100,
            "currency": "EUR",
            "stock": chance.choice((0, 1, 3, 12, 40, None)),
            "facts": {"material": dict(zip(LANGUAGES, material, strict=True)), "size": size},
        }


def _table(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]
