// What guests wrote in the last three months and what the house answered. Gaps in braces are filled by history.ts.

/** A complaint, what it meant for the guest in our words, and what was done about it. */
export interface Complaint {
  readonly text: string;
  readonly understood: string;
  readonly step: string;
}

export const complaints: readonly Complaint[] = [
  {
    text: 'Zimmer {room}: die Lüftung brummt die ganze Nacht. Kein Schlaf, schlecht.',
    understood: 'Eine Nacht mit brummender Lüftung ist keine Erholung.',
    step: 'Der Techniker war heute in {room} und hat den Lüfter getauscht.',
  },
  {
    text: 'Frühstück ab 9 Uhr leergeräumt, Rührei kalt, Kaffee aus der Kanne lauwarm. Enttäuschend.',
    understood: 'Kaltes Rührei um neun, das ärgert zu Recht.',
    step: 'Das Buffet wird jetzt bis 10.30 Uhr nachgelegt.',
  },
  {
    text: '{n} Minuten Wartezeit beim Einchecken und dann war das Zimmer noch nicht fertig. Ärgerlich.',
    understood: '{n} Minuten sind nach der Anreise zu lang.',
    step: 'Samstags ist der Empfang ab sofort doppelt besetzt.',
  },
  {
    text: 'WLAN im {floor}. Stock unbrauchbar, alle {n} Minuten weg. Für den Preis schlecht.',
    understood: 'Ein WLAN, das ständig abbricht, hilft niemandem.',
    step: 'Im {floor}. Stock hängt seit gestern ein neuer Verteiler.',
  },
  {
    text: 'Im Bad von {room} Schimmel in der Fuge. Eklig.',
    understood: 'Schimmel gehört in kein Bad.',
    step: 'Die Fugen in {room} sind erneuert, die Hausdame prüft das ganze Stockwerk.',
  },
  {
    text: 'Pool zu kalt, höchstens {temp} Grad, und die Liegen schmutzig. Nie wieder.',
    understood: 'Kaltes Wasser und schmutzige Liegen, so stellt sich das niemand vor.',
    step: 'Die Heizung ist repariert, gemessen haben wir heute 28 Grad.',
  },
  {
    text: 'Stornogebühr von {price} Euro, obwohl rechtzeitig abgesagt. Eine Frechheit.',
    understood: 'Wer rechtzeitig absagt, soll nichts zahlen.',
    step: 'Die {price} Euro sind heute zurücküberwiesen.',
  },
  {
    text: 'Der Kellner war unfreundlich und hat uns zweimal vergessen. Schlechter Service.',
    understood: 'Zweimal vergessen zu werden verdirbt den Abend.',
    step: 'Wir haben mit dem Team gesprochen, abends ist jetzt eine Person mehr da.',
  },
  {
    text: 'Parkplatz voll, obwohl bezahlt. {n} Minuten gesucht. Ärgerlich.',
    understood: 'Wer einen Platz bezahlt, soll keinen suchen müssen.',
    step: 'Bezahlte Plätze tragen ab heute ein Namensschild.',
  },
  {
    text: 'Die Handtücher waren grau und im Bett ein Haar. Schmutzig, leider.',
    understood: 'Ein Haar im Bett darf nicht vorkommen.',
    step: 'Die Wäscherei hat die ganze Lieferung zurückgenommen.',
  },
  {
    text: 'Musik von der Terrasse bis nach Mitternacht, an Schlaf nicht zu denken. Schlecht.',
    understood: 'Musik bis nach Mitternacht ist zu lang.',
    step: 'Auf der Terrasse ist ab 22 Uhr Ruhe.',
  },
  {
    text: 'Am Telefon {n} Minuten in der Schleife, dann aufgelegt. Miserabel.',
    understood: '{n} Minuten in der Schleife sind eine Zumutung.',
    step: 'Anrufe nach 18 Uhr nimmt jetzt der Empfang selbst an.',
  },
  {
    text: 'Halbpension gebucht, abends nur noch Reste. Schade und teuer.',
    understood: 'Reste am Abend sind keine Halbpension.',
    step: 'Wer später kommt, bekommt seinen Teller frisch aus der Küche.',
  },
  {
    text: 'Heizung in {room} kaputt, {temp} Grad im Zimmer. Furchtbar kalt.',
    understood: '{temp} Grad im Zimmer sind nicht zumutbar.',
    step: 'Das Ventil in {room} ist seit heute Mittag getauscht.',
  },
  {
    text: 'Sauna schon um {hour} Uhr zu, stand nirgends. Enttäuscht.',
    understood: 'Vor verschlossener Sauna zu stehen ist bitter.',
    step: 'Die Zeiten stehen jetzt an der Tür, auf der Seite und im Zimmer.',
  },
  {
    text: 'Aufzug seit Tagen defekt, mit {n} Kilo Gepäck in den {floor}. Stock. Unmöglich.',
    understood: 'Mit Gepäck in den {floor}. Stock zu steigen ist keine Anreise.',
    step: 'Der Aufzug fährt wieder, und bei Störungen trägt der Empfang.',
  },
  {
    text: 'Zweimal abgebucht, {price} Euro zu viel, und keiner meldet sich. Frechheit.',
    understood: 'Doppelt abgebucht und keine Antwort, da wären wir auch verärgert.',
    step: 'Die {price} Euro sind heute zurückgebucht.',
  },
  {
    text: 'Das Personal überfordert, der Tisch klebt, die Suppe kalt. Schlecht.',
    understood: 'Kalte Suppe am klebrigen Tisch, das war nichts.',
    step: 'Die Tische werden nun nach jedem Gast gewischt, die Küche wärmt die Teller vor.',
  },
  {
    text: 'Room {room}: noisy air vent all night, awful. We asked twice and nothing happened.',
    understood: 'A night next to a noisy vent is no rest, and asking twice should not be needed.',
    step: 'Our technician replaced the fan in {room} this morning.',
  },
  {
    text: 'Waited {n} minutes at the desk, staff rude, room dirty. Terrible.',
    understood: '{n} minutes and a dirty room is not a welcome.',
    step: 'The room was cleaned again today and we spoke with the whole front desk.',
  },
];

export const mixedTexts: readonly string[] = [
  'Lage wunderschön, Zimmer {room} leider laut und schlecht gelüftet.',
  'Essen hervorragend, aber {n} Minuten Wartezeit sind zu viel. Schade.',
  'Sehr freundliches Personal, das Bad leider schmutzig.',
  'Tolle Sauna, schrecklicher Ruheraum. Da geht mehr.',
  'Frühstück super, WLAN schlecht. Für {price} Euro die Nacht schade.',
  'Wonderful view and lovely staff, but the bed was terrible.',
];

/** What was asked or proposed, and what the house said to it. */
export interface Question {
  readonly text: string;
  readonly answer: string;
}
export const questions: readonly Question[] = [
  {
    text: 'Ab wann kann man bei Ihnen einchecken? Wir kommen um {hour} Uhr mit dem Zug.',
    answer: 'Das Zimmer ist ab 15 Uhr bereit, und um {hour} Uhr ist der Empfang noch besetzt.',
  },
  {
    text: 'Gibt es für den {day}. noch ein Zimmer mit Seeblick für {few} Personen?',
    answer: 'Für den {day}. ist noch eines frei. Wir halten es bis morgen Mittag fest.',
  },
  {
    text: 'Ist die Sauna auch am {day}. offen, oder ist da Ruhetag?',
    answer: 'Die Sauna ist täglich von 14 bis 22 Uhr offen, auch am {day}.',
  },
  {
    text: 'Kann man bei Ihnen Fahrräder leihen? Wir wären {few} Erwachsene.',
    answer: 'Gern, {few} Räder stehen bereit. Der Tag kostet 18 Euro.',
  },
  {
    text: 'Gibt es glutenfreies Frühstück, und muss man das vorher sagen?',
    answer: 'Glutenfreies Brot ist immer da. Ein Hinweis am Vorabend hilft der Küche.',
  },
  {
    text: 'Wie weit ist es vom Bahnhof zu Fuß? Wir haben {few} Koffer dabei.',
    answer: 'Zu Fuß sind es zwölf Minuten. Mit {few} Koffern holt der Hausbus gern ab.',
  },
  {
    text: 'Gibt es im Restaurant eine Wickelmöglichkeit?',
    answer: 'Neben der Garderobe im Erdgeschoss, mit allem, was man vergessen kann.',
  },
  {
    text: 'Kostet der Parkplatz extra, wenn wir {few} Nächte bleiben?',
    answer: 'Der Parkplatz ist im Preis enthalten, gleich wie viele Nächte.',
  },
  {
    text: 'Ich habe am {day}. eine graue Mütze im Speisesaal liegen lassen. Wurde sie gefunden?',
    answer: 'Sie liegt am Empfang. Wir schicken sie morgen mit der Post.',
  },
  {
    text: 'Do you have a cot for the night of the {day}th? Our daughter is two.',
    answer: 'We do, and it is free of charge. It will be in the room when you arrive.',
  },
  {
    text: 'Vorschlag: ein Haken für nasse Jacken neben der Terrassentür.',
    answer: 'Die Haken hängen seit heute, gleich links von der Tür.',
  },
  {
    text: 'Wie wäre es mit einer Ruhezone ohne Handy in der Bibliothek?',
    answer: 'Gute Idee. Wir probieren es im nächsten Monat aus und berichten.',
  },
  {
    text: 'Man könnte die Wanderkarten am Empfang auch als Datei anbieten.',
    answer: 'Stimmt. Ab Freitag liegen sie auf unserer Seite zum Herunterladen.',
  },
  {
    text: 'Ein Brett für Mitfahrten zum Bahnhof wäre praktisch, wir hätten {few} Plätze frei gehabt.',
    answer: 'Das Brett kommt neben den Aufzug, der Zettelblock dazu.',
  },
];

export const praises: readonly string[] = [
  'Wunderschöne Tage, herzliches Personal, großartiges Frühstück. Danke!',
  'Zimmer {room} ist ein Traum. Wir kommen wieder.',
  'Herrlich ruhig, sehr sauber, liebe Gastgeber. Danke für die schönen {few} Tage.',
  'Danke an den netten Herrn an der Bar, perfekter Abend.',
  'Das beste Frühstück am See, wunderbar.',
  'Tolles Haus, freundliche Leute, jederzeit wieder.',
  'Lovely stay, wonderful breakfast, friendly staff. Thank you!',
  'Schee wars, danke euch allen. Im {floor}. Stock schläft man wunderbar.',
];

export const greetings: readonly string[] = ['', 'Guten Tag. ', 'Hallo zusammen. '];
/** Said before or after, so that not everybody sounds alike. */
export const openers: readonly string[] = [
  '',
  '',
  '',
  '',
  'Letzte Woche bei Ihnen gewesen. ',
  'Gerade zurück vom See. ',
  'Wir waren zu zweit da. ',
  'Mit den Eltern dort gewesen. ',
];
export const closers: readonly string[] = [
  '',
  '',
  '',
  '',
  ' Zimmer {room}.',
  ' Wir waren {few} Nächte da.',
  ' So viel dazu.',
  ' Gebucht über Ihre Seite.',
  ' Das wollte ich loswerden.',
  ' LG vom Bodensee',
];

export const firstNames =
  'Andrea Bernd Carla Dieter Elke Frank Gudrun Heiko Ines Jörg Karin Lutz Monika Norbert Olga Paul Regina Stefan Tanja Ulrich Vera Werner Yvonne Zita Anton Beate Clemens Doris Emil Frieda Georg Heike'.split(
    ' ',
  );
export const lastNames =
  'Ahrens Bachmann Conrads Dörfler Eggert Fiedler Gerlach Hoffstedt Immler Jansen Kastner Lindner Mertens Naumann Opitz Paulsen Quast Reinders Scholl Thiele Ullmann Vetter Wiesner Zeller Berger Gruber Moser Steiner Frei Keiser Odermatt Brunner'.split(
    ' ',
  );
