"""More names for the name head: sentences with their names exchanged.

The corpora have few armed groups, ministries, agencies and names with
particles, and few cities and countries outside the English-speaking world.
Sentences of the corpora get names of the same type from broad lists; such
sentences train the name head alone.
"""

import random
from dataclasses import replace

from . import labels
from .corpora import Sentence
from .gum_names import TITLES
from .segment import resplit

GROUPS = """al-Qaeda|Al Qaeda|al-Qaida|Taliban|the Taliban|Hamas|Hezbollah|Hizbullah|Islamic State|ISIS|ISIL|IS|Daesh|Boko Haram|
al-Shabaab|Al Shabab|Islamic Jihad|Palestinian Islamic Jihad|PIJ|Fatah|PLO|Houthis|Ansar Allah|Ansarullah|PKK|YPG|
Kurdistan Workers' Party|Peshmerga|Syrian Democratic Forces|Free Syrian Army|FSA|SDF|Jabhat al-Nusra|al-Nusra Front|
Hayat Tahrir al-Sham|HTS|Ahrar al-Sham|Ansar al-Sharia|Ansar Dine|AQAP|AQIM|JNIM|Lashkar-e-Taiba|LeT|
Jaish-e-Mohammed|Haqqani Network|Tehrik-i-Taliban Pakistan|TTP|ISIS-K|IS-K|ISKP|Jundallah|Jaish al-Adl|Quds Force|
Islamic Revolutionary Guard Corps|IRGC|Revolutionary Guards|Basij|Kataib Hezbollah|Badr Organization|Mahdi Army|
Popular Mobilization Forces|PMF|Amal|Amal Movement|Muslim Brotherhood|Lebanese Forces|Irgun|Kach|FARC|ELN|
Shining Path|Sendero Luminoso|Zapatistas|M-19|AUC|Sinaloa Cartel|Zetas|MS-13|ETA|IRA|Irish Republican Army|
Real IRA|UVF|UDA|Red Brigades|Red Army Faction|Golden Dawn|Aum Shinrikyo|Khmer Rouge|Abu Sayyaf|MILF|MNLF|
New People's Army|Jemaah Islamiyah|Free Aceh Movement|LTTE|Tamil Tigers|Liberation Tigers of Tamil Eelam|ULFA|
Naxalites|Lord's Resistance Army|LRA|M23|ADF|Allied Democratic Forces|RENAMO|UNITA|Janjaweed|
Rapid Support Forces|RSF|SPLM|SPLA|Polisario Front|Tigray People's Liberation Front|TPLF|OLF|ONLF|
Seleka|Wagner Group|Wagner|Azov Regiment|Donetsk People's Republic|Caucasus Emirate|Gulen movement|
Mujahedin-e Khalq|MEK|Hizb ut-Tahrir|Hizb-i-Islami|Northern Alliance|Arakan Army|Kachin Independence Army"""
STATE = """NATO|United Nations|UN|U.N.|UN Security Council|Security Council|General Assembly|European Union|EU|African Union|AU|
Arab League|OPEC|ASEAN|ECOWAS|OSCE|IAEA|International Atomic Energy Agency|World Health Organization|WHO|UNICEF|
UNHCR|UNRWA|World Food Programme|IMF|International Monetary Fund|World Bank|World Trade Organization|WTO|
International Criminal Court|ICC|International Court of Justice|Red Cross|Red Crescent|ICRC|
Amnesty International|Human Rights Watch|Greenpeace|Interpol|Europol|Gulf Cooperation Council|GCC|
Foreign Ministry|Ministry of Foreign Affairs|Defense Ministry|Ministry of Defence|Defence Ministry|
Interior Ministry|Ministry of Interior|Health Ministry|Ministry of Health|Finance Ministry|Ministry of Justice|
Justice Ministry|State Department|Department of State|Pentagon|Department of Defense|Treasury Department|
Justice Department|Department of Justice|Department of Homeland Security|White House|Kremlin|Downing Street|
Foreign Office|Home Office|Congress|Senate|House of Representatives|Parliament|House of Commons|House of Lords|
Knesset|Duma|State Duma|Bundestag|Majlis|Diet|National Assembly|Supreme Court|Constitutional Court|
Central Bank|Federal Reserve|European Central Bank|European Commission|European Parliament|CIA|FBI|NSA|MI5|MI6|
Mossad|Shin Bet|FSB|SVR|GRU|KGB|ISI|Central Command|CENTCOM|U.S. Central Command|U.S. Army|U.S. Navy|
Israel Defense Forces|IDF|Royal Navy|Royal Air Force|People's Liberation Army|National Guard|Coast Guard|
Democratic Party|Republican Party|Labour Party|Conservative Party|Liberal Democrats|Likud|Kadima|Communist Party|
Socialist Party|Green Party|Christian Democratic Union|Baath Party|BJP|Congress Party|Justice and Development Party|
AKP|United Russia|National League for Democracy|African National Congress|ANC|PRI|Workers' Party|
Reuters|Associated Press|AP|AFP|Agence France-Presse|Xinhua|TASS|Interfax|IRNA|Fars News Agency|Tasnim|SANA|
Al Jazeera|Al-Jazeera|Al Arabiya|BBC|CNN|Fox News|NBC|ABC|CBS|New York Times|The New York Times|Washington Post|
Wall Street Journal|The Guardian|Financial Times|Le Monde|Der Spiegel|Haaretz|Bloomberg|Yonhap|KCNA|Kyodo|
Amaq|Amaq News Agency|Telegram|Twitter|Facebook|Google|Apple|Microsoft|Amazon|Samsung|Huawei|Boeing|Airbus|
General Motors|Ford|Toyota|Volkswagen|BP|Shell|ExxonMobil|Gazprom|Rosneft|Aramco|Saudi Aramco|Lufthansa|
Goldman Sachs|JPMorgan Chase|Deutsche Bank|HSBC|Siemens|Nestlé|Tesla|Intel|IBM|Sony|Netflix|Uber"""
GIVEN = """Mohammed|Muhammad|Mohamed|Ahmad|Ahmed|Ali|Hassan|Hussein|Hossein|Omar|Umar|Khalid|Ibrahim|Yusuf|Youssef|Mahmoud|
Mustafa|Abdullah|Abdul Rahman|Abdel Fattah|Abd al-Aziz|Saleh|Salim|Tariq|Nasser|Bashar|Hafez|Rashid|Samir|Karim|
Jamal|Faisal|Salman|Fahd|Nouri|Haider|Muqtada|Qasem|Esmail|Ismail|Reza|Mehdi|Javad|Amir|Ebrahim|Hamid|Ashraf|
Fatima|Aisha|Maryam|Leila|Zainab|Nasrin|Golnaz|Recep|Mehmet|Ayşe|Fethullah|Benjamin|Yitzhak|Shimon|Ehud|Avigdor|
Naftali|Yair|Vladimir|Dmitry|Sergei|Sergey|Igor|Mikhail|Alexei|Viktor|Volodymyr|Petro|Yulia|Oleksandr|Ivan|Anna|
Olga|Xi|Li|Wang|Zhang|Liu|Hu|Wen|Kim|Park|Lee|Moon|Shinzo|Taro|Yoshihide|Fumio|Narendra|Rahul|Sonia|Manmohan|Arvind|
Imran|Nawaz|Asif|Pervez|Benazir|Sheikh|Aung|Thein|Ferdinand|Rodrigo|Joko|Mahathir|Angela|Gerhard|Olaf|Helmut|
François|Emmanuel|Nicolas|Jacques|Marine|Silvio|Matteo|Giorgia|Romano|Mariano|José|Pedro|Felipe|Carlos|Juan|Luis|
Hugo|Nicolás|Evo|Lula|Dilma|Jair|Andrés|Enrique|Barack|Donald|Joe|Hillary|George|John|David|Michael|James|Robert|
William|Richard|Thomas|Mark|Sarah|Elizabeth|Theresa|Boris|Tony|Gordon|Keir|Jens|Anders|Carl|Lars|Mette|Sanna|
Yoweri|Paul|Robert|Thabo|Jacob|Cyril|Nelson|Kofi|Muammar|Goodluck|Muhammadu|Abiy|Isaias|Uhuru|Raila|Joseph|Félix"""
FAMILY = """al-Baghdadi|al-Zarqawi|al-Zawahiri|al-Assad|al-Sadr|al-Maliki|al-Abadi|al-Sisi|al-Bashir|al-Sharaa|al-Jolani|
al-Adnani|al-Qurashi|al-Masri|al-Libi|al-Hakim|al-Jaafari|al-Thani|al-Sabah|al-Saud|bin Laden|bin Salman|bin Zayed|
bin Rashid|Khamenei|Rouhani|Raisi|Zarif|Soleimani|Ahmadinejad|Qalibaf|Vahidi|Hajizadeh|Karzai|Ghani|Massoud|Haqqani|
Nasrallah|Haniyeh|Meshaal|Sinwar|Arafat|Abbas|Netanyahu|Rabin|Peres|Barak|Lieberman|Gantz|Lapid|Bennett|Erdoğan|
Erdogan|Gul|Davutoglu|Öcalan|Putin|Medvedev|Lavrov|Shoigu|Peskov|Navalny|Gorbachev|Yeltsin|Zelensky|Poroshenko|
Yanukovych|Tymoshenko|Lukashenko|Jinping|Keqiang|Jintao|Jiabao|Jong-un|Jong-il|Geun-hye|Jae-in|Abe|Aso|Suga|Kishida|
Modi|Gandhi|Singh|Kejriwal|Khan|Sharif|Zardari|Musharraf|Bhutto|Hasina|Rajapaksa|Suu Kyi|Sein|Marcos|Duterte|
Aquino|Widodo|Yudhoyono|Mohamad|Merkel|Schröder|Scholz|Kohl|Hollande|Macron|Sarkozy|Chirac|Le Pen|Berlusconi|
Renzi|Meloni|Prodi|Rajoy|Sánchez|Zapatero|González|Santos|Uribe|Chávez|Maduro|Morales|da Silva|Rousseff|Bolsonaro|
López Obrador|Peña Nieto|Calderón|Obama|Trump|Biden|Clinton|Bush|Kerry|Rice|Powell|Rumsfeld|Pompeo|Blinken|Austin|
Johnson|May|Blair|Brown|Cameron|Sunak|Starmer|Stoltenberg|Rasmussen|Solana|Ashton|Borrell|von der Leyen|van Rompuy|
de Mistura|Ban|Annan|Guterres|ElBaradei|Blix|Museveni|Kagame|Mugabe|Zuma|Ramaphosa|Mandela|Gaddafi|Jonathan|
Buhari|Ahmed|Afwerki|Kenyatta|Odinga|Kabila|Tshisekedi|O'Neill|O'Connor|McCain|McConnell|McCarthy|MacDonald"""
PEOPLES = """Sunnis|Shiites|Muslims|Christians|Jews|Kurds|Arabs|Palestinians|Israelis|Iraqis|Syrians|Iranians|Afghans|Yemenis|
Lebanese|Egyptians|Turks|Russians|Ukrainians|Americans|Europeans|Germans|Houthis|Yazidis|Alawites|Druze|Hindus|Sikhs|
Buddhists|Catholics|Protestants|Serbs|Croats|Bosniaks|Albanians|Chechens|Tatars|Uighurs|Rohingya|Tibetans|Hutus|
Tutsis|Tamils|Pashtuns|Tajiks|Uzbeks|Hazaras|Baloch|Berbers|Copts|Salafists|Zionists|Islamists|Communists"""
EVENTS = """World War I|World War II|Second World War|Cold War|Gulf War|Vietnam War|Korean War|Iraq War|Six-Day War|Yom Kippur War|
Arab Spring|Holocaust|Nakba|Intifada|Second Intifada|Ramadan|Eid al-Fitr|Christmas|Easter|Nowruz|Hajj|Olympics|
Winter Olympics|2012 Summer Olympics|World Cup|2022 FIFA World Cup|Super Bowl|Euro 2016|G20 Summit|Munich Security Conference|
Oktoberfest|Hurricane Katrina|Typhoon Haiyan|Battle of Stalingrad|Siege of Leningrad|Operation Desert Storm|
Operation Iraqi Freedom|Operation Inherent Resolve|Operation Cast Lead|Brexit|Tour de France|Cannes Film Festival"""
PRODUCTS = """Kalashnikov|AK-47|M16|RPG-7|Scud|Patriot|S-300|S-400|HIMARS|Javelin|Stinger|Tomahawk|Shahed-136|Bayraktar TB2|Iskander|
Kinzhal|Qassam|Katyusha|Fateh-110|Shahab-3|Hellfire|Predator|MQ-9 Reaper|F-16|F-35|F/A-18|MiG-29|Su-35|Tu-95|B-52|
Black Hawk|Apache|Chinook|Mi-24|T-72|T-90|Leopard 2|Abrams|Merkava|Boeing 737|Boeing 747|Airbus A320|A380|Dreamliner|
iPhone|iPad|MacBook|Android|Windows|Galaxy Note 7|PlayStation|Xbox|Kindle|Prius|Model S|Mustang|Novichok|Sarin|Viagra|
Don Quixote|Star Wars|The Godfather|Hamlet|Guernica|Mona Lisa|Bitcoin|Gmail|WhatsApp|YouTube|Wikipedia|Excel"""


def _list(text):
    return [x.strip() for x in text.replace("\n", "").split("|") if x.strip()]


def _display(name):
    """Title case for a gazetteer name kept in lower case."""
    return " ".join(w if w in ("of", "the", "and", "de", "el", "la") else w[:1].upper() + w[1:] for w in name.split())


class Pools:
    """Names to draw from, by type."""

    def __init__(self, gazetteer):
        self.given, self.family = _list(GIVEN), _list(FAMILY)
        self.groups, self.state = _list(GROUPS), _list(STATE)
        self.fixed = {"Country": sorted(_display(c) for c in gazetteer.countries if c.isascii() and len(c) > 3 and len(c) < 25),
                      "City": sorted(_display(c) for c in gazetteer.cities if len(c) > 2),
                      "Place": sorted(_display(c) for c in gazetteer.regions), "Group": _list(PEOPLES),
                      "Event": _list(EVENTS), "Product": _list(PRODUCTS)}

    def draw(self, kind, rng):
        """Returns a name of a type."""
        if kind == "Organization":
            return rng.choice(self.groups if rng.random() < 0.5 else self.state)
        if kind == "Person":
            family = rng.choice(self.family)
            if rng.random() < 0.4:
                return family
            given = rng.choice(self.given)
            if rng.random() < 0.08:
                given = "Abu " + given
            return f"{given} {family}"
        return rng.choice(self.fixed[kind])


def _certain(masks):
    """Returns (start, end, type) of the names that can have one type only, or any place type."""
    from .evaluate import gold_spans
    out = []
    for s, e, kinds in gold_spans(masks):
        kind = next(iter(kinds)) if len(kinds) == 1 else None
        if kind is None and kinds <= {"City", "Place", "Facility"}:
            kind = "City"
        out.append((s, e, kind))
    return out


def exchanged(sentences, gazetteer, count, seed):
    """Returns up to count sentences with at least one name exchanged, names trained alone."""
    rng = random.Random(seed)
    pools = Pools(gazetteer)
    usable = [s for s in sentences if s.names and 5 <= len(s.words) <= 60]
    usable = [(s, spans) for s in usable if (spans := [x for x in _certain(s.names) if x[2] and x[2] != "Facility"])]
    out = []
    for s, spans in rng.sample(usable, min(count, len(usable))):
        words, masks, at = [], [], 0
        for start, end, kind in spans:
            words += s.words[at:start]
            masks += s.names[at:start]
            at = start
            if rng.random() > 0.7:
                continue
            # Organizations and peoples stand in each other's contexts too rarely to be drawn from one another alone.
            new = pools.draw(kind, rng).split(" ")
            if new[0] == "the":
                new = new[1:]
            new = resplit(new)
            if words and rng.random() < 0.05 and s.source != "wnut":
                new = [w.upper() for w in new]
            words += new
            masks += [labels.begin(kind)] + [labels.inside(kind)] * (len(new) - 1)
            at = end
        words += s.words[at:]
        masks += s.names[at:]
        if words != s.words:
            out.append(Sentence(words=words, document=f"exchanged/{len(out)}", source="exchanged", names=masks))
    return out


# Acronyms that are also words: in an uncased vocabulary only their shape and place tell them apart.
_HOMOGRAPHS = ("IS", "WHO", "ACT", "CAN", "PAN", "CARE", "AIM", "SHARE", "HOPE", "AID", "ART", "SAVE", "US")
_PLACES = {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "compound"}


def short_names(sentences, count, seed):
    """Returns copies of treebank sentences with a one-word name exchanged; the tree stays true.

    Half of the new names are acronyms that are also words, half one-word
    organizations.
    """
    rng = random.Random(seed)
    plain = sorted({n for n in _list(GROUPS) + _list(STATE) if " " not in n and n.isalnum() and not n.endswith("s")})
    usable = []
    for s in sentences:
        places = [start for start, end, kind in _certain(s.names or []) if end == start + 1
                  and kind in ("Organization", "Country", "Person", "City") and s.xpos[start] == "NNP"
                  and not (start and s.words[start - 1].lower().rstrip(".") in TITLES)
                  and s.rels[start] in _PLACES and not any(h == start + 1 and r.split(":")[0] in ("flat", "compound", "amod", "det")
                                                           for h, r in zip(s.heads, s.rels))]
        if places and len(s.words) <= 60:
            usable.append((s, places))
    out = []
    for s, places in rng.sample(usable, min(count, len(usable))):
        subjects = [p for p in places if s.rels[p].startswith("nsubj")]
        i = rng.choice(subjects or places)
        name = rng.choice(_HOMOGRAPHS if rng.random() < 0.5 else plain)
        copy = replace(s, words=list(s.words), lemmas=list(s.lemmas), names=list(s.names), sent_id=s.sent_id + "/x",
                       document=f"short/{len(out)}", source="short", factuality={})
        copy.words[i] = copy.lemmas[i] = name
        copy.names[i] = labels.begin("Country" if name == "US" else "Organization")
        out.append(copy)
    return out
