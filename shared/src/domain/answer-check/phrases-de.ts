import type { PhraseTable } from './phrase-table.ts';

const fixed =
  `(behoben|repariert|gelöst|erledigt|korrigiert|berichtigt|verlängert|ausgewechselt|ausgetauscht|getauscht|ersetzt|gereinigt|geputzt|
  umgestellt|eingestellt|nachgereicht|ergänzt|gestrichen|entfernt|gelöscht|geschlossen|gesperrt|erstattet|überwiesen|gebucht|storniert|verschickt|
  losgeschickt|angewiesen|beauftragt|geändert|angepasst|freigeschaltet|aktiviert|veranlasst|gekennzeichnet|nachgebessert|abgestellt|
  zurückgenommen|zurückgezahlt|zurückgegangen|gutgeschrieben|gesprochen|angesprochen|unterwiesen|hinterlegt|wiederhergestellt|nachgeliefert)`.replaceAll(
    /\s+/g,
    '',
  );
const acts =
  `(prüfe*|kläre*|tausche*|ersetze*|erstatte*|repariere*|korrigiere*|berichtige*|liefern|ändern|sperre*|stelle*|schicke*|sende*|versende*|rufe*|melde*|
  bespreche*|lasse*|schalte*|kündige*|ändere*|liefere*|untersuche*|spreche*|rede*|hole*|bringe*|backe*|zahle*|bezahle*|überweise*|schreibe*|buche*|
  storniere*|lösche*|entferne*|reinige*|putze*|beantworte*|schaue*|sehe*|werte*|gehe*|lade*|halte*|komme*|nehme*|gebe*|suche*|baue*|behebe*|
  nähe*|organisiere*|reserviere*|schule*|veröffentliche*|passe*|ergänze*|frage*|kontaktiere*|schenke*|richte*|setze*|kümmere*|verlängere*|
  beauftrage*|überarbeite*|ersetzen|planen|plane*|testen|teste*|sage*|verschicke*|gucke*|nehmen|geben|ziehe*|streiche*)`.replaceAll(
    /\s+/g,
    '',
  );
const does =
  `(prüft|klärt|tauscht|ersetzt|repariert|korrigiert|sperrt|liefert|kommt|bringt|hilft|entfernt|wechselt|behebt|beheben|
  ruft|meldet|schickt|schicken|holt|reinigt|übernimmt|untersucht|kümmert|kontrolliert|fährt|sitzt|läuft|bekommt|erscheint|spricht|
  schult|baut|schaut|sieht|kommen|bekommen|hängt|testet|reparieren|prüfen|klären)`.replaceAll(/\s+/g, '');
const days = '(montag*|dienstag*|mittwoch*|donnerstag*|freitag*|samstag*|sonnabend*|sonntag*)';
const months =
  '(jänner|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|aug|sept|okt|nov|dez)';
const when = `(heute|morgen|übermorgen|sofort|gleich|${days.slice(1, -1)}|nächste*|diese*|kommende*|dem|#|mitte|ende|anfang)`;
const serviceDesks =
  '(kundenservice|kundendienst|service*|support|hotline|kundenbetreuung|kundencenter|servicecenter|callcenter|fachabteilung|zentrale)';

/** German. What counts for an item and what speaks against it in the same sentence; Austrian and Swiss words included. */
export const germanPhrases: PhraseTable = {
  thanks: {
    counts: [
      '(danke|dankeschön|merci|thx)',
      '(danken|danke) (wir|ich)? (ihnen|dir|euch|herzlich|sehr)',
      '(vielen|besten|herzlichen|lieben|schönen|tausend|großen) (lieben|herzlichen)? dank',
      'dank (für|fürs|dafür|dir|euch|ihnen)',
      '(bedanke|bedanken) … (mich|uns)',
      '(bin|sind) … dankbar',
      '(wissen|weiß|weiss) … zu schätzen',
      '(gut|schön|prima|super|toll|wichtig) dass (sie|du|ihr) … (schreib*|sag*|meld*|mitteil*|hinweis*|machen|machst|macht|ansprech*|ansprichst|ansprecht|teil*|gemeldet|meldest|meldet|geschrieben|gesagt|genommen|zeit)',
    ],
    against: ['(dank|danke|danken) … (verständnis|geduld)', '(dank|danke) … im voraus', 'im voraus … (dank|danke)'],
  },
  empathy: {
    counts: [
      '(ärgerlich|ärgerliche|eklig|eklige|ekelhaft|ärgert sie|ärgert dich|nervt|nervig|nervige|frustrier*|enttäuschend|enttäuschende|unangenehm|unangenehme|belastend|traurig|peinlich für (sie|dich)|bitter)',
      '(verständlich|verständliche|verständlicherweise|nachvollzieh*|begreiflich)',
      '(verstehe|verstehen|versteh) … (ärger|enttäuschung|frust|unmut|wut|gut|total|sehr|völlig|absolut|sorge|sorgen)',
      '(verstehe|verstehen|versteh) (ich|wir)',
      '(kann|können) … (verstehen|nachempfinden)',
      '(ärger|empörung|enttäuschung|unmut|wut|frust|kritik) ist … berechtigt',
      'ist (uns|mir) (völlig|sehr)? (klar|bewusst)',
      'an (ihrer|deiner|eurer) stelle',
      '(oh nein|oh je|ohje|oje|au weia|wie schade|so ein mist)',
      '(muss|musste) … (schreck|schock|angst|schlimm|furchtbar|schrecklich|anstrengend|ärger)',
      '(klingt|ist|war) … (schlimm|furchtbar|schrecklich|zum verzweifeln|zum haare raufen)',
      '(ärgert|wütend|verärgert|sauer|enttäuscht) … (zu recht|zurecht)',
      '(sie|du|ihr) (da|so|sehr|darüber|nun|jetzt)? (enttäuscht|verärgert|wütend|sauer|genervt|verunsichert|getäuscht) (sind|bist|seid|fühlen|fühlst|waren|warst)',
      '(wäre|wären|hätte) … (auch) … (traurig|sauer|enttäuscht|wütend|genervt|am ende|verärgert|genug|geärgert|aufgeregt|gefreut)',
      '(hatten|haben|hattest|hattet) … (anders|nicht) vorgestellt',
      '(kann|können) … vorstellen',
      '(blöd|dumm|doof|ungut) gelaufen',
      '(wie geht es) (ihnen|dir|euch|ihrer|ihrem|deiner|deinem)',
      'bei (ihnen|dir|euch) … (bin|sind) (ich|wir)',
      '(bin|sind) (ich|wir) … (bei (ihnen|dir|euch)|ganz bei)',
      'gut dass (du|sie|ihr|niemand|keiner|nichts) … (ok|okay|gesund|passiert|passierte|wohlauf|verletzt)',
      '(das|dies) ist … ernst',
      '(verdirbt|verdorben|vermiest) … (tag|abend|urlaub|fest|feier|wochenende|laune)',
    ],
    against: [
      '(bitten|bitte) … um … (verständnis|geduld|nachsicht)',
      '(nicht|kaum|leider nicht) … (nachvollzieh*|verständlich|verstehen)',
      '(hoffen|hoffe) … verständnis',
      '(verständnis|verstehe|verstehen|verständlich|nachvollzieh*|ärgerlich) …… (aber|jedoch|allerdings|dennoch|trotzdem)',
      'nicht (ärgerlich|schlimm|unangenehm)',
    ],
  },
  ownership: {
    counts: [
      '(entschuldige|entschuldigen|entschuldigung|verzeihung|verzeih|verzeihen|pardon|sorry|exgüsi)',
      '(tut|tun|täte) (es)? (mir|uns) … leid',
      '(tut|tun) … leid',
      '(mein|unser|unserer|unsere) (eigener|klarer|großer)? (fehler|versehen|versäumnis|schuld|nachlässigkeit|patzer)',
      '(fehler|schuld|verantwortung|problem) … (liegt|lag|lagen) … (bei uns|bei mir|an uns)',
      'lag (klar|ganz|eindeutig|allein)? an (uns|mir)',
      '(war|ist|lief|läuft) (bei uns|da|hier)? … (falsch|respektlos|zu lang|zu lange|zu spät|schlecht gelöst|unhöflich|unprofessionell|nachlässig|peinlich|schiefgelaufen|schief gelaufen|nicht in ordnung|nicht akzeptabel|inakzeptabel|unverzeihlich|unentschuldbar)',
      '(darf|dürfen|durfte) … (nicht|nie|niemals) … (passieren|sein|vorkommen|geschehen)',
      'hätte* … (nicht|nie|niemals|längst) … (dürfen|müssen|sollen)',
      '(sie|du|ihr) (haben|hast|habt) … recht',
      '(haben|hast|habt) (sie|du|ihr) … recht',
      '(bei uns|von uns) … (schiefgelaufen|schief gelaufen|falsch gemacht|liegen geblieben|untergegangen|vergessen|übersehen|verschlampt)',
      '(grund|ursache|hintergrund) (dafür|war|ist|sind|waren|ein|eine|der|die|das|zwei|drei)',
      '(haben|habe|hatten|hatte) (wir|ich|es|das|die|den|sie|dich|euch)? … (falsch|vergessen|übersehen|versäumt|verschlafen|vertauscht|verwechselt|versemmelt|zu spät|überbucht|nicht angepasst|verpasst)',
      '(wurde|wurden|war|waren|ist|sind) … (vergessen|übersehen|versäumt|vertauscht|verwechselt|liegen geblieben|verloren gegangen|untergegangen|falsch|überbucht|ausgelassen)',
      '(hat|haben) … (vergessen|übersehen|vertauscht|verwechselt|verschlampt)',
      '(aus versehen|versehentlich)',
      'auf (unsere|meine) kappe',
      '(übernehme|übernehmen) … verantwortung',
      'verantwortung … (übernehme|übernehmen|bei uns|bei mir)',
      '(uns|mich) … (vertan|geirrt|verrechnet|verschätzt|verplant)',
      '(unglücklich|ungeschickt|schlecht|missverständlich|falsch) … (formuliert|gelöst|kommuniziert|geplant|organisiert|berechnet|beraten|eingestellt)',
      '(lagen|lag) (wir|ich) … falsch',
      '(mist|fehler|patzer) … (gebaut|gemacht|unterlaufen|passiert)',
      '(geht|ging) auf … zurück',
      'schuld (war|waren|ist)',
      '(im stich|hängen|warten) (gelassen|lassen)',
      '(hatte|hat|haben|hatten) … (einen|eine) … (defekt|wackelkontakt|panne|fehler|serienfehler|ausfall|störung|macke)',
      '(fehler|defekt|problem) lag',
      'haben wir uns … verdient',
      'stimmt so nicht',
    ],
    against: [
      '(bedauern|bedauere|bedaure|entschuldige*|entschuldigung|verzeih*|leid) … (unannehmlichkeiten|umstände)',
      'leid … zu (hören|lesen|erfahren)',
      'leid (dass|wenn) (sie|du|ihr|es ihnen|es dir) … (unzufrieden|nicht zufrieden|enttäuscht|verärgert|nicht gefallen|nicht gefiel)',
      'leid (dass|wenn|falls) (sie|du|ihr) … (so|das so) … (empf*|seh*|sieh*|erleb*|wahrn*|fühl*)',
      'leid (wenn|falls) (sie|du|ihr)',
      '(nicht|kein|keinesfalls|keineswegs) (unser|unsere|in unserer|bei uns) … (fehler|schuld|verantwortung|verschulden|versehen)',
      '(fehler|schuld) … nicht … (bei uns|an uns)',
      'hätten sie',
    ],
  },
  step: {
    counts: [
      `(ich|wir) … ${acts}`,
      `${acts} (ich|wir)`,
      `(techniker*|monteur*|kolleg*|mitarbeiter*|chef*|leiter*|entwickler*|werkstatt|technik|team|fahrer*|bote*|kurier|schlosser|hausdame|statiker|küche|redaktion) … ${does}`,
      `ab ${when} … (fährt|gibt|sitzt|hilft|gilt|steht|stehen|stellen|ist|sind|hat|haben|läuft|kommt)`,
      '(gerät|netzteil|paket|ersatz|ersatzexemplar|fix|update|korrektur|lieferung|brief|termin|rückmeldung|antwort|offerte|angebot|geld|betrag|gutschrift) … (kommt|geht|ist unterwegs|folgt|ist bis|bekommen|erscheint)',
      '(geht|gehen) … (raus|in die post|zu|an sie|auf den weg)',
      '(sie|du|ihr) (bekomm*|erhalten|erhältst|erhaltet|hören|hörst|hört|kriegst|kriegt)',
      'neuer termin',
      '(ist|sind) … unterwegs',
      `(wird|werden) … ${fixed}`,
      '(kommt|kommen|fährt|meldet sich) … (monteur*|techniker*|kolleg*|handwerker*|bote*|installateur*|fachmann|fachfrau)',
      `(ich|wir) (werde|werden) … (prüfen|klären|melden|schicken|ersetzen|ändern|sprechen|anrufen)`,
    ],
    against: [
      '(geben|gebe|leiten|leite|reichen) … (weiter|weitergeleitet|weitergegeben)',
      '(nehmen|nehme) … (ernst|ernsthaft|zu herzen|zum anlass)',
      '(sind|bin) (stets|stetig|ständig|sehr)? bemüht',
      '(arbeiten|arbeite) … daran',
      '(bemühen|bemühe) (uns|mich)',
      '(hätten|hätte) (sie|du|ihr)',
      '(freuen|freue|hoffen|hoffe) (uns|mich|wir|ich)',
      '(bitten|bitte) (wir|ich|sie|um)',
      '(gebe|geben) … recht',
      '(sehen|sehe) (das|es) … (genauso|auch so|anders|ähnlich)',
    ],
  },
  done: {
    counts: [
      `(habe|haben|hat|hatten|ist|sind|wurde|wurden|war) … ${fixed}`,
      '(funktioniert|läuft|geht|steht|führt|klappt|fährt) … wieder',
      '(hängt|steht|stimmt|läuft) jetzt',
      '(ist|sind) … (behoben|wieder da|wieder online|wieder frei|ab sofort)',
      'seit (gestern|heute|vorgestern|#|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag) … gibt',
    ],
    against: [`(nicht|nie|kein*) … ${fixed}`, '(nicht|nie) … wieder', 'leider (nicht|kein*)'],
  },
  time: {
    counts: [
      '(heute|morgen|übermorgen|sofort|umgehend|unverzüglich)',
      `(bis|am|ab|noch|vor|zum|für|kommenden|nächsten|diesen) (kommenden|nächsten|spätestens|zum|dem|ende)? ${days}`,
      `${days} … (uhr|früh|vormittag|mittag|nachmittag|abend)`,
      `(bis|am|ab|zum) (dem)? # (${months.slice(1, -1)})`,
      '(bis|am|ab|zum) (dem)? # #',
      '(diese|dieser|nächste|nächster|kommende|kommender|noch diese) (woche|tage|tagen)',
      '(bis|noch|spätestens|am|zum) … (abend|mittag|vormittag|nachmittag|wochenende|wochenanfang|monatsende|jahresende|ende der woche)',
      '(innerhalb|binnen)',
      '(in|nach) (den nächsten|dieser|einer|einem|ein paar|wenigen|zwei|drei|vier|fünf|zehn|#) (#|zwei|drei|vier|fünf)? (minute*|stunde*|tag*|woche*|werktag*|monat*)',
      '(anfang|mitte|ende) (nächster|dieser|kommender|der|des) (woche|monats)',
      '(um|ab|bis|gegen) # (#)? uhr',
      '(um|ab|bis|gegen) # #',
      '# uhr',
      '(in|nach|binnen|bis zu) # (minuten|stunden|tagen|werktagen|wochen)',
      'neuer termin',
    ],
    against: [],
  },
  private: {
    counts: [
      '(per|via|als|über) (dm|pn|direktnachricht|privatnachricht|private nachricht|nachricht|mail|e-mail|email|telefon|chat)',
      '(schreib*|schick*|send*|sag*) … (dm|pn|direktnachricht|privatnachricht|nachricht|mail|e-mail|email)',
      '(meine|unsere) (privaten)? nachrichten (sind|ist) offen',
      '(rufen|ruf|ruft|rufe) (sie|du|ihr)? (mich|uns) … an',
      '(rufen|ruf|ruft) (sie|du|ihr)? (uns|mich)',
      `(wenden|wende|wendet|melden|melde|meldet) (sie)? (sich|dich|euch) … ${serviceDesks}`,
      '(kontaktieren|kontaktiere|kontaktiert) (sie|du|ihr)? (uns|mich|unser*|den|die|bitte)',
      '(erreichen|erreichst|erreicht) (sie|du|ihr)? (uns|mich) … (unter|telefonisch|per)',
      '(persönlich|in ruhe|direkt) mit (ihnen|dir|euch) (reden|sprechen|telefonieren)',
    ],
    against: [
      '(wir|ich) (schicken|schicke|senden|sende|schreiben|schreibe|sagen|sage) (ihnen|dir|euch)',
      '(schicken|schicke|senden|sende|schreiben|schreibe) (wir|ich)',
    ],
  },
  deflection: {
    counts: [
      '(leid|bedauern|schade|bedauerlich) (dass|wenn|falls) (sie|du|ihr|sie sich|du dich) … (empfinde*|empfunden|so sehen|so siehst|so seht|gefühlt|fühlen|fühlst|wahrgenommen|wahrnehmen|so erlebt|so erleben)',
      '(leid|bedauern) … (wenn|falls) … (verletzt|gestört|verärgert|enttäuscht|unzufrieden|missverst*)',
      '(falls|wenn) … (verletzt|gestört|verärgert|missverst*) …… (bedauern|leid|entschuldig*)',
      'wie … (bereits|schon) … (mitgeteilt|gesagt|erwähnt|erklärt|geschrieben|erläutert)',
      'hätten sie …… (wüssten|wäre|wären|hätten|können|müssen|sollen)',
      '(hätten|hättest|hättet) (sie|du|ihr) … (gelesen|geschaut|gemeldet|geprüft|beachtet|angerufen|nachgesehen|besser)',
      '(sie|du|ihr) (hätten|hättest|hättet) … (müssen|sollen|können)',
      '(liegt|lag|fehler|schuld|verantwortung|ursache) … nicht (bei uns|an uns|in unserer|in unserem|in unsere|unser*)',
      'nicht (unser|unsere) (fehler|schuld|problem|verschulden|verantwortung|aufgabe|zuständigkeit)',
      '(sind|bin|ist) … nicht (dafür|hierfür)? zuständig',
      '(bei|für) (den|die)? (meisten|anderen|allen anderen|vielen) … (kunden|gästen|nutzern|mitgliedern|kundinnen|fahrgästen|patienten)',
      '(andere|anderen|die meisten|viele) (kunden|gäste|nutzer|mitglieder|kundinnen|fahrgäste|patienten|besucher) … (zufrieden|begeistert|problem*|beschwer*|einwandfrei|glücklich|gut|gern|loben|lieben|schätzen|mögen)',
      '(andere|anderen|unsere|viele) (kunden|gäste|mitglieder|patienten) (loben|lieben|schätzen)',
      '(ein|um ein|auf einem|ein bloßes) missverständnis',
      '(nicht|kaum) … nachvollziehen',
      '(nicht|kaum) nachvollziehbar',
      '(bedienfehler|bedienungsfehler|anwenderfehler|fehlbedienung|falsche bedienung|falschen bedienung)',
      '(vorwurf|vorwürfe|kritik|behauptung) … (nicht … stehen lassen|zurück|unberechtigt|haltlos)',
      'überhaupt … gelesen',
      '(das)? steht (doch|ja|klar|deutlich) …… (website|webseite|seite|agb|schild|karte|vertrag|anleitung|beschreibung)',
      'so schlimm (kann|war|ist|wird) …… nicht',
      '(immer|stets|grundsätzlich|ausgesprochen) (freundlich|höflich|sauber|korrekt|bemüht|hilfsbereit|pünktlich)',
      '(sind|ist|werden|wird) (regelmäßig|bestens|alle|sehr gut)? (geschult|erfahren)',
      '(sind|ist) sehr erfahren',
      '(verstehe|verstehen|verständlich|verständnis|nachvollzieh*) …… (aber|jedoch|allerdings)',
      '(nun einmal|nun mal|halt so|eben so)',
      '(kommt|kann|können) … (mal|leider|immer wieder|bei|in einzelfällen) … (vor|vorkommen|passieren|geschehen)',
      'leider (kommt|kam) … vor',
      '(laut|gemäß|steht in) (unseren|den|unserer|der)? (agb|geschäftsbedingungen|beförderungsbedingungen|bedingungen|hausordnung) …… (kein*|nicht|müssen|jederzeit|sind|dürfen)',
      '(leid|bedauern|bedauerlich|schade) …… eindruck … (gewonnen|bekommen|haben|hatten|entstanden)',
      'so etwas gibt es (bei uns)? nicht',
      '(verantwortlich|zuständig) nicht (wir|uns)',
      '(niemand|keiner|kein anderer|noch nie jemand) … (beschwert|beanstandet|reklamiert)',
      '(sie müssen|du musst|ihr müsst) (aber|schon|bitte)? (verstehen|bedenken|einsehen)',
      'entspricht nicht … (tatsachen|wahrheit|realität)',
      '(keinen|keinerlei) einfluss',
      '(agb|geschäftsbedingungen) gelesen',
      '(übertrieben|übertreiben|unterstellung|unterstellen|behauptung|haltlos|unsachlich)',
    ],
    against: [
      '(bedienfehler|bedienungsfehler|missverständnis|fehlbedienung) … (nicht|kein*)',
      '(kein|keine|nicht) … (bedienfehler|missverständnis|fehlbedienung)',
      '(hätten|hätte) (sie|wir|ich) … (nicht|nie) … (müssen|dürfen|sollen)',
      '(wir|ich|uns|man) (hätten|hätte) (sie|dich|euch|ihnen|dir)',
      '(hätten|hättest|hättet) … (von uns|erfahren|bekommen|erhalten|verdient)',
    ],
  },
};
