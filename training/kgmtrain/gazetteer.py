"""Name lists that narrow what a corpus says about a place."""

import json
import re
from pathlib import Path

_FACILITY = set("""airport airbase bridge building camp castle cathedral cemetery center centre church club court courthouse
dam embassy factory gallery garage gate hall hospital hotel house library mall memorial mill mine monument mosque
museum palace park pier plant plaza port prison refinery restaurant room school shop shrine stadium station store
synagogue temple terminal theater theatre tomb tower tunnel university warehouse zoo abbey arena barracks base cafe
highway freeway motorway railway road street avenue boulevard lane route""".split())
_PLACE = set("""africa america antarctica asia europe bay beach canal cape channel coast continent county creek desert district
forest governorate gulf hill hills island islands isle isles lake lakes mount mountain mountains ocean oblast peak
peninsula plateau prefecture province range region reef river rivers sea shore state strait straits sound valley
waters west east north south strip bank territory territories planet voivodeship canton parish basin delta""".split())
_CITY = set("city town village township borough municipality".split())
_STATES = """Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|
Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|
Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|
Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|
Ontario|Alberta|British Columbia|Manitoba|Nova Scotia|Saskatchewan|Newfoundland|New Brunswick|Queensland|
New South Wales|Tasmania|Bavaria|Saxony|Catalonia|Andalusia|Sicily|Sardinia|Brittany|Normandy|Provence|Tuscany|
Lombardy|Crimea|Donbas|Siberia|Chechnya|Dagestan|Kashmir|Punjab|Gujarat|Kerala|Bihar|Sindh|Balochistan|Tibet|Xinjiang|
Guangdong|Sichuan|Kurdistan|Anbar|Al Anbar|Nineveh|Sinai|Darfur|Gaza|Gaza Strip|West Bank|Golan Heights|Middle East|
Far East|Balkans|Caucasus|Scandinavia|Levant|Maghreb|Sahel|Europe|Asia|Africa|America|North America|South America|
Latin America|Central America|Central Asia|Southeast Asia|East Asia|South Asia|Western Europe|Eastern Europe|
Antarctica|Arctic|Oceania|Caribbean|Mediterranean|Pacific|Atlantic|Midwest|New England|Earth|Mars|Jupiter|Moon|
Manhattan|Brooklyn|Queens|Bronx|Harlem|Silicon Valley|Long Island|Cape Cod|Kent|Essex|Sussex|Surrey|Yorkshire|
Cornwall|Devon|Oxfordshire|Hampshire|Norfolk|Suffolk|Lancashire|Cheshire|Andes|Alps|Himalayas|Rockies|Sahara"""
_CITIES = """New York|New York City|NYC|Los Angeles|Chicago|Houston|Philadelphia|Phoenix|San Antonio|San Diego|Dallas|San Jose|
Austin|Jacksonville|San Francisco|Seattle|Denver|Boston|Detroit|Memphis|Portland|Las Vegas|Baltimore|Milwaukee|
Albuquerque|Tucson|Sacramento|Kansas City|Atlanta|Miami|Oakland|Minneapolis|Cleveland|Tampa|New Orleans|Honolulu|
Pittsburgh|Cincinnati|St. Louis|Saint Louis|Orlando|Buffalo|Salt Lake City|Washington D.C.|Washington DC|Charlotte|
Nashville|Indianapolis|Columbus|Toronto|Montreal|Vancouver|Calgary|Edmonton|Winnipeg|Quebec City|Halifax|
Guadalajara|Monterrey|Tijuana|Rio de Janeiro|São Paulo|Sao Paulo|Salvador|Medellín|Cali|Guayaquil|Birmingham|
Manchester|Liverpool|Leeds|Sheffield|Bristol|Glasgow|Edinburgh|Cardiff|Belfast|Newcastle|Nottingham|Leicester|
Southampton|Portsmouth|Oxford|Cambridge|York|Coventry|Brighton|Plymouth|Cork|Galway|Marseille|Lyon|Toulouse|Nice|
Strasbourg|Bordeaux|Lille|Nantes|Barcelona|Valencia|Seville|Bilbao|Porto|Milan|Naples|Turin|Venice|Florence|
Genoa|Bologna|Palermo|Verona|Munich|Hamburg|Frankfurt|Cologne|Stuttgart|Düsseldorf|Dresden|Leipzig|Nuremberg|
Hanover|Bremen|Dortmund|Essen|Bonn|Heidelberg|Zurich|Geneva|Basel|Lausanne|Salzburg|Graz|Antwerp|Ghent|Bruges|
Rotterdam|The Hague|Utrecht|Gothenburg|Malmö|Bergen|Aarhus|Krakow|Kraków|Gdańsk|Łódź|Wrocław|Poznań|Brno|
Saint Petersburg|St. Petersburg|St Petersburg|Leningrad|Novosibirsk|Yekaterinburg|Kazan|Volgograd|Stalingrad|Rostov|Grozny|
Kharkiv|Odessa|Odesa|Donetsk|Luhansk|Lviv|Mariupol|Kherson|Sevastopol|Istanbul|Izmir|Adana|Gaziantep|Aleppo|Homs|
Hama|Idlib|Raqqa|Raqqah|Palmyra|Deir ez-Zor|Kobani|Kobane|Latakia|Daraa|Mosul|Basra|Kirkuk|Fallujah|Falluja|Ramadi|Tikrit|
Najaf|Karbala|Erbil|Irbil|Samarra|Baqubah|Nasiriyah|Sinjar|Tal Afar|Isfahan|Mashhad|Shiraz|Tabriz|Kerman|Qom|Natanz|
Jeddah|Mecca|Medina|Dubai|Aden|Taiz|Hodeidah|Tel Aviv|Haifa|Jaffa|Bethlehem|Nablus|Hebron|Jenin|Gaza City|Rafah|
Khan Younis|Alexandria|Giza|Suez|Benghazi|Misrata|Sirte|Casablanca|Marrakesh|Fez|Oran|Lagos|Kano|Maiduguri|
Johannesburg|Cape Town|Durban|Soweto|Mombasa|Timbuktu|Gao|Goma|Bukavu|Lubumbashi|Kandahar|Herat|Jalalabad|
Mazar-i-Sharif|Kunduz|Karachi|Lahore|Peshawar|Quetta|Rawalpindi|Abbottabad|Mumbai|Bombay|Delhi|Kolkata|Calcutta|
Chennai|Madras|Bangalore|Bengaluru|Hyderabad|Ahmedabad|Pune|Jaipur|Lucknow|Varanasi|Amritsar|Srinagar|Goa|
Chittagong|Yangon|Rangoon|Mandalay|Ho Chi Minh City|Saigon|Da Nang|Hue|Chiang Mai|Shanghai|Guangzhou|Shenzhen|
Tianjin|Wuhan|Chongqing|Chengdu|Nanjing|Hangzhou|Xi'an|Harbin|Lhasa|Urumqi|Kowloon|Osaka|Kyoto|Nagoya|Yokohama|
Kobe|Sapporo|Fukuoka|Hiroshima|Nagasaki|Busan|Incheon|Daegu|Sydney|Melbourne|Brisbane|Perth|Adelaide|Auckland|
Christchurch|Davao|Cebu|Marawi|Surabaya|Bandung|Medan|Banda Aceh|Aceh|Guantanamo|Jalandhar|Allahabad"""
_COUNTRY_EXTRA = """US|U.S.|USA|U.S.A.|UK|U.K.|UAE|U.A.E.|USSR|U.S.S.R.|America|Britain|Great Britain|England|Scotland|Wales|
Northern Ireland|Soviet Union|Yugoslavia|Czechoslovakia|Burma|Holland|East Germany|West Germany|Persia|Palestine|
Korea|North Korea|South Korea|Russia|Iran|Syria|Taiwan|Kosovo|Vatican|Holy See|Ivory Coast|Congo|Macedonia|Zaire|Vietnam|
Prussia|Ottoman Empire|Roman Empire|Siam|Ceylon|Rhodesia|Kingdom of Great Britain|Nazi Germany|Republic of China|PRC"""
_FAITHS = """Muslims|Christians|Jews|Sunnis|Shiites|Shias|Shi'ites|Kurds|Arabs|Catholics|Protestants|Hindus|Buddhists|Sikhs|
Yazidis|Alawites|Druze|Mormons|Evangelicals|Islamists|Jihadists|Salafists|Palestinians|Westerners|Europeans|Africans|
Asians|Latinos|Hispanics|Tutsis|Hutus|Tamils|Pashtuns|Bedouins|Romans|Communists|Ba'athists|Baathists|Nazis|Zionists|
Chechens|Tatars|Rohingya|Uighurs|Uyghurs|Gypsies|Roma|Aborigines|Inuit|Maya|Mayans|Aztecs|Vikings|Celts"""


def _list(text):
    return {x.strip().lower() for x in text.replace("\n", "").split("|")}


def _plain(name):
    return re.sub(r"\s+", " ", re.sub(r"\s*([-'.])\s*", r"\1", name.lower().replace("\u2019", "'"))).strip()


class Gazetteer:
    """Countries, cities, regions and demonyms; all look-ups ignore case and spaces around hyphens."""

    def __init__(self, data):
        self.countries = {_plain(x) for x in _list(_COUNTRY_EXTRA)}
        self.cities = {_plain(x) for x in _list(_CITIES)}
        self.regions = {_plain(x) for x in _list(_STATES)}
        self.demonyms = set()
        self.peoples = {_plain(x) for x in _list(_FAITHS)}
        with open(Path(data) / "countries" / "countries.json", encoding="utf-8") as f:
            for c in json.load(f):
                names = [c["name"]["common"], c["name"]["official"]]
                names += [a for a in c["altSpellings"] if len(a) > 3]
                self.countries.update(_plain(n) for n in names)
                self.cities.update(_plain(x) for x in c["capital"] if x)
                for d in (c.get("demonyms") or {}).get("eng", {}).values():
                    self.demonyms.add(_plain(d))
        self.cities -= self.countries
        self.demonyms |= {_plain(x) for x in """Arab Kurdish Sunni Shia Shiite Muslim Islamic Islamist Jewish Christian Catholic
            Hindu Buddhist Sikh European African Asian American British English Scottish Welsh Irish Soviet Palestinian
            Western Eastern Arabic Latin Nazi Communist Jihadi Tibetan Chechen Persian Ottoman Roman Greek Yazidi
            Protestant Baathist Zionist Anglo Hispanic Bavarian Texan Californian""".split()}
        self.demonyms -= {""}
        self.peoples |= {d + "s" for d in self.demonyms if not d.endswith(("sh", "ch", "ese", "s"))}

    def demonym(self, name):
        """Tells whether a name is an adjective of a people, faith or country."""
        return _plain(name) in self.demonyms

    def people(self, name):
        """Tells whether a name is the plural of a people or faith."""
        return _plain(name) in self.peoples

    def place_types(self, name):
        """Returns the name types that a place of this name may have."""
        plain = _plain(name)
        if plain.startswith("the "):
            plain = plain[4:]
        if plain in ("eu", "e.u.", "european union", "un", "u.n.", "united nations"):
            return ("Organization",)
        if plain in self.countries:
            return ("Place",) if plain in self.regions and plain not in ("georgia",) else ("Country",)
        if plain in self.regions:
            return ("Place",)
        if plain in self.cities:
            return ("City",)
        words = plain.split()
        if len(words) > 1:
            for kinds, word_list in ((("Place",), _PLACE), (("City",), _CITY), (("Facility",), _FACILITY)):
                if words[-1] in word_list or words[0] in word_list and words[0] not in ("new", "north", "south", "east", "west"):
                    return kinds
        return ("City", "Place", "Facility")
