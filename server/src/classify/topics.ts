import { type Topic, topics } from '@stammgast/shared/domain/assessment';
import type { Phase } from './phases.ts';
import type { Token } from './tokens.ts';
import { createWordList } from './word-list.ts';

// Plain words of tokens.ts: lower case, ß as ss, umlauts joined, "don't" with a straight apostrophe.
const byTopic: Readonly<Record<Topic, string>> = {
  product: `produkt* artikel* qualität* grösse* farbe* geschmack* schmeck* schmack* lecker* rezept* zutat* packung* verpackung* inhalt*
    modell* gerät* akku* ladekabel* ersatzteil* material* stoff* sohle* naht* preis* teuer* billig* sortiment* speise* essen portion*
    frühstück* buffet* zimmer* version* funktion* feature* software* programm* schnittstelle* website* webseite* webshop*
    tarif* netz empfang glasfaser* wlan router* fahrplan* verbindung* kurs kurse schuh* kleid* hose* pulli*
    creme* shampoo* müsli* brot* kuchen* kaffee* bier* pizza* konditionen* zinsen* gebühr* spiel level staffel* folge* öffnungszeiten*
    stück* kostet kosten rezeptur* sauna* gibts hersteller* pommes sosse* hält
    product* quality size sizes color* colour* taste* recipe* ingredient* packag* model* device* battery* charger* price* pricey expensive
    cheap* menu* portion* breakfast* room rooms feature* release* patch* interface* timetable* tariff* broadband wifi plan plans coffee
    bread* cake* beer* shoe* dress* jacket* seat seats train trains coach fare fares design* stock flavour* flavor* sauce* screen*`,
  support: `support* service kundendienst* kundenservice* *hotline *service helpdesk* ticket* anfrage* antwort* rückmeld* rückruf* melde meldet meldung*
    erreich* warteschleife* callcenter* chatbot* mail* e-mail* anruf* angerufen telefon* reklam* beschwer* umtausch* garantie* gewährleist*
    rückgabe* retour* zurückgeschickt erstatt* rückerstatt* gutschrift* rechnung* mahnung* abgebucht* abbuch* buchung* storn* kündig* gekündigt*
    widerruf* konto* login* einloggen* passwort* freischalt* lieferung* liefer* paket* sendung* techniker* termin* formular* antrag*
    bearbeit* problem* gelöst app apps update* router* code* flug gemeldet unterlagen* bestellung* bestell* kundennummer* vertrag* funktionier* hilfe helft helfen kaputt* defekt* störung* fehlermeld*
    customer* helpline* helpdesk* agent* reply replied response* respond* answer* email* call* phone* chat* ticket* refund* return* warranty*
    repair* replace* invoice* bill billing charged charge order* deliver* parcel* shipment* courier* account* password* cancel* cancellation*
    booking* appointment* technician* engineer* complaint* escalat* broken faulty error* fix fixed outage* reset* install*`,
  satisfaction: `zufrieden* unzufrieden* begeister* enttäusch* danke* dank lob loben toll* klasse schade* leider gern* empfehl* weiterempfehl*
    stammgast* stammkund* treue* personal mitarbeiter* bedien* kellner* verkäufer* freundlich* unfreundlich* nett* herzlich* unhöflich*
    frech* frechheit* peinlich* sauerei* abzocke* unverschämt* warten gewartet wartezeit* verspät* pünktlich* schlange ausgefallen ausfall* atmosphäre*
    ambiente stimmung* erlebnis* erfahrung* besuch* aufenthalt* urlaub* niemand keiner sogar obwohl wollte erklärt gesagt gefragt perfekt* wunderbar* schlecht* schlimm* nerv* ärger* wütend*
    vertrauen* sauber* dreck* gemütlich* liebe liebevoll* hammer grossartig* spitze* traum*
    love* loved lovely thank* thanks great amazing awesome fantastic brilliant best worst terrible awful horrible disappoint* happy unhappy
    satisfied recommend* staff team driver* waiter* waitress* friendly rude kind helpful polite attitude experience* visit* stay stayed wait* late
    delay* queue* shame* joke disgrace* appalling* atmosphere clean dirty service* customer* favourite* favorite* loyal* trust*`,
  cocreation: `vorschlag* vorschläge* vorschlagen anregung* idee ideen wunsch wünsch* feedback* verbesser* mitmachen mitgestalt* ehrenamt* betatest* tester*
    testgruppe* umfrage* könntet wärs kooperation* zusammenarbeit* partnerschaft* spendier* nachfüllstation* wishlist* suggest* suggestion* idea ideas wish feature-request
    propose* proposal* volunteer* collaborat* partner* beta pilot*`,
};

const proposals = new Set([
  'wie wärs',
  "wie wär's",
  'wie wäre',
  'wär cool',
  'wäre cool',
  'wäre schön',
  'wär schön',
  'wäre toll',
  'wär toll',
  'wär nice',
  'wäre super',
  'wär super',
  'könntet ihr',
  'könnten sie',
  'könnte man',
  'könnts ihr',
  'würde mir',
  'würd mir',
  'würden uns',
  'fänd ich',
  'fände ich',
  'fänd ne',
  'wünsche mir',
  'wünsch mir',
  'mein vorschlag',
  'einzige bitte',
  'kleine bitte',
  'schon erwogen',
  'mal erwogen',
  'hätten interesse',
  'hätte interesse',
  'hätten sie',
  'würden gern',
  'wär stark',
  'would be',
  'you should',
  'could you',
  'you could',
  'how about',
  'what about',
  'why not',
  'please add',
  'would love',
  "i'd love",
  'one wish',
  'any chance',
  'any plans',
]);

/** Which of the four topics a comment touches, by words and, for proposals, by pairs of words. Several may apply. */
export function createTopicsPhase(): Phase {
  const topicsOf = createWordList(byTopic);
  return {
    name: 'topics',
    assess(comment, soFar) {
      const found = new Set<Topic>();
      for (const token of comment.tokens) for (const topic of topicsOf(token.word)) found.add(topic);
      if (proposes(comment.tokens)) found.add('cocreation');
      if (soFar.sentiment === 'negative' || soFar.sentiment === 'positive') found.add('satisfaction');
      return { ...soFar, topics: topics.filter((topic) => found.has(topic)) };
    },
  };
}

function proposes(read: readonly Token[]): boolean {
  return read.some(
    (token, index) => token.kind === 'word' && proposals.has(`${token.word} ${read[index + 1]?.word ?? ''}`),
  );
}
