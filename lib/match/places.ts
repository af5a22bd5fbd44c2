/**
 * Countries and the names by which news calls them: name, people, and the places and offices that stand for
 * a government. Keys are ISO 3166-1 alpha-2; codes that begin with X are user-assigned.
 */
const ROWS = `
US usa|united states|united states of america|states united|america|american|americans|washington|pentagon|white house|state department|us congress|capitol hill|uncle sam|trump|biden|obama|centcom|gi|gis|yank|yanks|us-born|stateside|american-made|congress|congressional|congressman|congresswoman|senate|senator|senators|oval office|us navy|reagan|nixon|truman|eisenhower|clinton|jimmy carter|lyndon johnson|kissinger|blinken|hegseth|rubio|weinberger|harry truman|uss|us marines|cia|nsa|foggy bottom|pompeo|jfk|lbj|marine corps|marines|foreign military financing|yankee
IL israel|israeli|israelis|jerusalem|tel aviv|idf|netanyahu|bibi|jewish state|knesset|israel-us|israels|haifa|eilat|negev|galilee|beersheba|ashkelon|ashdod|dimona|ben-gurion|golda meir|sharon|rabin|iron dome|david sling|jewish homeland|holy land|zionist entity|zionist state|zionist regime|mossad|shin bet|kirya|sderot|netanya|nahariya|metula|herzliya|peres|olmert|lapid|eshkol
SA saudi arabia|saudi|saudis|riyadh|kingdom of saudi arabia|bin salman|mbs|jeddah
PK pakistan|pakistani|pakistanis|islamabad
IN india|indian|indians|new delhi|delhi|modi|mumbai
CN china|chinese|beijing|xi jinping|shanghai|hong kong
RU russia|russian|russians|moscow|kremlin|putin
UA ukraine|ukrainian|ukrainians|kyiv|kiev|zelensky|zelenskyy|crimea|donbas|kharkiv
IR iran|iranian|iranians|tehran|khamenei
IQ iraq|iraqi|iraqis|baghdad|kurds|kurdish|peshmerga|mosul
SY syria|syrian|syrians|damascus|assad|aleppo
LB lebanon|lebanese|beirut|hezbollah|hizbullah|hizbollah|hizballah|hezbullah|nasrallah
PS palestine|palestinian|palestinians|gaza|hamas|west bank|ramallah|islamic jihad|sinwar|abbas
YE yemen|yemeni|yemenis|houthis|houthi|sanaa
JO jordan|jordanian|jordanians|amman
EG egypt|egyptian|egyptians|cairo|sisi|sinai
QA qatar|qatari|qataris|doha
BH bahrain|bahraini|bahrainis|manama
AE united arab emirates|uae|emirates|emirati|emiratis|abu dhabi|dubai
KW kuwait|kuwaiti|kuwaitis
OM oman|omani|omanis|muscat
TR turkey|turkish|turks|ankara|turkiye|erdogan|istanbul
CY cyprus|cypriot|cypriots|nicosia
GR greece|greek|greeks|athens
AZ azerbaijan|azeri|azeris|azerbaijani|azerbaijanis|baku
AM armenia|armenian|armenians|yerevan
GE tbilisi
KZ kazakhstan|kazakh
UZ uzbekistan|uzbek
TM turkmenistan
TJ tajikistan|tajik
KG kyrgyzstan|kyrgyz
AF afghanistan|afghan|afghans|kabul|taliban
BD bangladesh|bangladeshi|dhaka
LK sri lanka|sri lankan|colombo
NP nepal|nepalese|kathmandu
MM myanmar|burma|burmese
TH thailand|thai|thais|bangkok
VN vietnam|vietnamese|hanoi
KH cambodia|cambodian
LA laos
MY malaysia|malaysian|kuala lumpur
SG singapore|singaporean
ID indonesia|indonesian|indonesians|jakarta
PH philippines|philippine|filipino|filipinos|manila
JP japan|japanese|tokyo|okinawa
KR south korea|south korean|south koreans|seoul|korea|republic of korea|korean|koreans
KP north korea|north korean|north koreans|pyongyang|kim jong un|kim jong
TW taiwan|taiwanese|taipei
MN mongolia|mongolian
AU australia|australian|australians|canberra|aussie|aussies
NZ new zealand|new zealander|new zealanders|kiwis
FJ fiji
PG papua new guinea|port moresby
PW palau
FM micronesia
MH marshall islands
CA canada|canadian|canadians|ottawa
MX mexico|mexican|mexicans
CU cuba|cuban|cubans|havana
VE venezuela|venezuelan|venezuelans|caracas|maduro
CO colombia|colombian|bogota
BR brazil|brazilian|brazilians|brasilia
AR argentina|argentine|argentinian|buenos aires
CL chile|chilean|santiago
PE peru|peruvian
PA panama|panamanian
HT haiti|haitian
GB britain|british|uk|united kingdom|england|english|britons|whitehall|downing street|london|anglo|raf|royal air force|royal navy|royal marines|commons|starmer|scotland|scottish|wales|welsh
IE ireland|irish|dublin
FR france|french|paris|frenchmen|macron
DE germany|german|germans|berlin|merz|scholz
IT italy|italian|italians|rome
ES spain|spanish|spaniards|madrid
PT portugal|portuguese|lisbon
NL netherlands|dutch|the hague
BE belgium|belgian|belgians
LU luxembourg
CH switzerland|swiss
AT austria|austrian|vienna
DK denmark|danish|danes|copenhagen
NO norway|norwegian|norwegians|oslo
SE sweden|swedish|swedes|stockholm
FI finland|finnish|finns|helsinki
IS iceland|icelandic
EE estonia|estonian|tallinn
LV latvia|latvian|riga
LT lithuania|lithuanian|vilnius
PL poland|polish|poles|warsaw
CZ czechia|czech|prague|czechoslovakia
SK slovakia|slovak
HU hungary|hungarian|budapest|orban
RO romania|romanian|bucharest
BG bulgaria|bulgarian
RS serbia|serbian|serbs|belgrade
HR croatia|croatian
SI slovenia
BA bosnia|bosnian
ME montenegro
MK macedonia
AL albania|albanian
XK kosovo
MD moldova|moldovan
BY belarus|belarusian|minsk
ET ethiopia|ethiopian|addis ababa
ER eritrea
SO somalia|somali|mogadishu|somaliland|hargeisa
DJ djibouti
KE kenya|kenyan|nairobi
UG uganda|ugandan
RW rwanda|rwandan|kigali
CD congo|congolese|kinshasa
CF central african republic
TZ tanzania
SD sudan|sudanese|khartoum
SS south sudan
TD chad
NG nigeria|nigerian|abuja
NE niger
ML mali|malian|bamako
BF burkina faso
GH ghana
SN senegal
CI ivory coast
ZA south africa|south african|pretoria
ZW zimbabwe
MZ mozambique
AO angola
MA morocco|moroccan|rabat
DZ algeria|algerian|algiers
TN tunisia|tunisian
LY libya|libyan|tripoli
EC ecuador|ecuadorian
BO bolivia|bolivian
UY uruguay|uruguayan
PY paraguay|paraguayan
GT guatemala|guatemalan
HN honduras|honduran
SV el salvador|salvadoran
NI nicaragua|nicaraguan
CR costa rica|costa rican
DO dominican republic
JM jamaica|jamaican
GL greenland
VA vatican|holy see
MT malta|maltese
NR nauru
TO tonga|tongan
WS samoa|samoan
VU vanuatu
SB solomon islands
BN brunei
BT bhutan
MV maldives
MG madagascar
MU mauritius
NA namibia
BW botswana
ZM zambia
CM cameroon
LR liberia|liberian
GN guinea
MR mauritania
XD druze
XN nato|atlantic alliance|north atlantic
XE european union|brussels|european|europe|europeans
XG gulf states|gulf monarchies|gulf cooperation council|gcc|arab states|arab league
XC csto
XS soviet union|soviet|soviets|ussr
XO ottoman|prussia|sparta|athenian|delian
-- european command|non-nato|washington post|washington institute|washington times|jerusalem post|times of israel|israel hayom|american airlines|team usa|team israel|team america|jewish congress|zionist congress|national congress|party congress|little israel|new america|american colony|bank of america|new england|british columbia|washington treaty|latin america|south america|central america|north america|latin american|south american|central american|north american
`;

/** Code of names that only sound like a country: commands, newspapers, regions. They hide the country inside. */
export const NO_PLACE = '--';

/** Codes of parties that stand for nobody in a pact of their own here: the usual attackers in such sentences. */
export const ADVERSARIES: ReadonlySet<string> = new Set(['IR', 'PS', 'YE', 'LB', 'SY', 'IQ']);

/** Blocs that such sentences name as a yardstick or a backdrop rather than as a party. */
export const BACKDROPS: ReadonlySet<string> = new Set(['XN', 'XS', 'XO']);

/** Word sequences by first word, longest first, each with its country code. */
export const PLACES: ReadonlyMap<
  string,
  readonly { readonly code: string; readonly words: readonly string[] }[]
> = index();

/** The plain English name of each country, for saying why a sentence matched. */
export function placeName(code: string): string {
  if (code === 'US') return 'the United States';
  // The first name of its row.
  const row = ROWS.split('\n').find((line) => line.startsWith(`${code} `));
  const words = row?.slice(3).split('|')[0]?.split(/[ -]/) ?? [code];
  return words.map((w) => w[0]?.toUpperCase() + w.slice(1)).join(' ');
}

function index() {
  const map = new Map<string, { code: string; words: string[] }[]>();
  for (const row of ROWS.trim().split('\n')) {
    const code = row.slice(0, 2);
    for (const name of row.slice(3).split('|')) {
      const words = name.split(/[ -]/);
      const list = map.get(words[0] as string) ?? [];
      list.push({ code, words });
      map.set(words[0] as string, list);
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}
