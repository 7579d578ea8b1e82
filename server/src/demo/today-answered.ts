import type { Story } from './story.ts';

/** Answered today: waiting for the other side, or done. */
export const answeredStories: readonly Story[] = [
  {
    channel: 'facebook',
    post: 'winter',
    guest: 'Ute Klausen',
    text: 'Rechnung kam doppelt und keiner geht ans Telefon. Ärgerlich.',
    when: { ago: 260 },
    deeds: [
      { after: 5, does: 'assigns', to: 'lea' },
      {
        after: 47,
        does: 'answers',
        by: 'lea',
        text: 'Guten Tag Frau Klausen,\n\ndanke für den Hinweis. Die zweite Rechnung war unser Fehler und ist seit heute Mittag storniert. Eine Bestätigung liegt in Ihrem Postfach.\n\nHerzliche Grüße\nLea Winter, Empfang',
      },
    ],
  },
  {
    channel: 'google',
    guest: 'Manfred Kübler',
    text: 'Als Alleinreisender ins Untergeschoss gesteckt, Tür schließt nicht richtig, Flur ohne Licht. Man sagte mir, das Haus sei sicher. Schlecht.',
    when: { ago: 600 },
    deeds: [
      { after: 14, does: 'assigns', to: 'tom' },
      {
        after: 96,
        does: 'answers',
        by: 'tom',
        text: 'Guten Tag Herr Kübler,\n\nein dunkler Flur und eine Tür, die nicht schließt: Da fühlt sich niemand sicher. Die Tür ist seit gestern gerichtet, das Licht brennt wieder. Das Zimmer geben wir Alleinreisenden nicht mehr.\n\nFreundliche Grüße\nTom Reiter, Hotel Sonnenblick',
      },
    ],
  },
  {
    channel: 'google',
    guest: 'Sandra Weinzierl',
    text: 'Personal 1A mit Sternchen!! Das Haus selbst hat seine besten Jahre hinter sich, Teppich und Fahrstuhl sprechen leider für sich.',
    when: { ago: 780 },
    deeds: [
      { after: 30, does: 'assigns', to: 'anna' },
      {
        after: 120,
        does: 'answers',
        by: 'anna',
        text: 'Guten Tag Frau Weinzierl,\n\ndas Lob geben wir gern weiter, es hängt schon in der Teeküche. Beim Teppich haben Sie recht: Im April wird der zweite Stock neu gemacht, der Fahrstuhl folgt im Herbst.\n\nHerzliche Grüße\nAnna Hofer, Hotel Sonnenblick',
      },
    ],
  },
  {
    channel: 'instagram',
    post: 'sonnenaufgang',
    guest: 'kofferkind_',
    text: 'zimmer erst um 17 uhr fertig und dann noch ein haar in der dusche. eklig',
    likes: 6,
    when: { ago: 400 },
    deeds: [
      { after: 8, does: 'assigns', to: 'anna' },
      {
        after: 39,
        does: 'answers',
        by: 'anna',
        text: 'Hallo, danke dir fürs Schreiben. 17 Uhr ist zu spät und die Dusche war nicht sauber, beides geht auf uns. Die Hausdame hat das Zimmer heute selbst geprüft. Magst du uns die Buchungsnummer als Nachricht schicken? Dann melden wir uns bis heute Abend.\nAnna vom Sonnenblick',
      },
    ],
  },
  {
    channel: 'x',
    guest: 'frau_reisefieber',
    text: '35 Minuten Shuttle-Schlange im Gewitter, @hotelsonnenblick. Miserabel organisiert.',
    when: { ago: 520 },
    deeds: [
      { after: 21, does: 'assigns', to: 'tom' },
      {
        after: 88,
        does: 'answers',
        by: 'tom',
        text: 'Hallo, 35 Minuten im Gewitter wünscht man niemandem. Ab Freitag fahren zwei Busse statt einem. Danke, dass du es gesagt hast. Tom',
      },
    ],
  },
  {
    channel: 'blog',
    post: 'sauna',
    guest: 'Konrad Amrein',
    text: 'Schöner Umbau, wirklich gelungen. Schade nur, dass der Ruheraum jetzt der Durchgang zur Tiefgarage ist, das ist laut und zugig.',
    when: { ago: 1100 },
    deeds: [
      {
        after: 150,
        does: 'answers',
        by: 'lea',
        text: 'Guten Tag Herr Amrein,\n\ndanke für beides. Der Durchgang ist uns auch zu laut: Ab nächster Woche bleibt die Tür zur Garage zwischen 10 und 20 Uhr geschlossen.\n\nHerzliche Grüße\nLea Winter, Empfang',
      },
    ],
  },
  {
    channel: 'forum',
    post: 'hund',
    guest: 'Bergziege61',
    text: 'Ladestation fürs E-Auto wär was, habts da einmal drüber nachgedacht? Sonst alles wie immer',
    when: { ago: 900 },
    deeds: [
      {
        after: 210,
        does: 'answers',
        by: 'anna',
        text: 'Servus, ja: Zwei Ladepunkte sind bestellt und kommen im Mai neben die Garage. Magst du sie als Erster testen? Anna',
      },
    ],
  },
  {
    channel: 'facebook',
    post: 'dachterrasse',
    guest: 'Gerda Moosbacher',
    text: 'Handwerker um 7 Uhr früh über dem Zimmer, und keiner hat uns vorher etwas gesagt. Sehr ärgerlich.',
    likes: 1,
    when: { ago: 690 },
    deeds: [
      { after: 25, does: 'assigns', to: 'lea' },
      {
        after: 63,
        does: 'answers',
        by: 'lea',
        text: 'Guten Tag Frau Moosbacher,\n\num sieben von der Bohrmaschine geweckt zu werden ist das Gegenteil von Urlaub. Die Arbeiten beginnen ab morgen erst um 9.30 Uhr, und wir legen am Vorabend einen Zettel ins Zimmer.\n\nHerzliche Grüße\nLea Winter, Empfang',
      },
    ],
  },
  {
    channel: 'facebook',
    post: 'winter',
    guest: 'Marlies Oberndorfer',
    text: 'Auf der Karte stand 21,90, auf der Rechnung 23,90. So geht das nicht.',
    when: { ago: 310 },
    deeds: [
      { after: 7, does: 'assigns', to: 'anna' },
      {
        after: 38,
        does: 'answers',
        by: 'anna',
        text: 'Guten Tag Frau Oberndorfer,\n\nes gilt, was auf der Karte steht. Die 2 Euro sind heute zurücküberwiesen, die alten Karten liegen nicht mehr aus.\n\nHerzliche Grüße\nAnna Hofer, Hotel Sonnenblick',
      },
      {
        after: 92,
        does: 'says',
        guest: 'Marlies Oberndorfer',
        text: 'Das ging ja schnell. Danke, so kenne ich das Haus.',
      },
      { after: 118, does: 'resolves', by: 'anna', reason: 'answered' },
    ],
  },
  {
    channel: 'google',
    guest: 'Lothar Biel',
    text: 'Nach 23 Uhr angekommen, Küche längst zu, trotzdem stand ein Teller mit Broten im Zimmer. Mit Zettel. Großartig, herzlichen Dank!',
    when: { ago: 560 },
    deeds: [
      {
        after: 51,
        does: 'answers',
        by: 'tom',
        text: 'Guten Tag Herr Biel,\n\nden Teller hat Frau Simić aus der Spätschicht gemacht, wir haben ihr Ihre Zeilen vorgelesen. Kommen Sie gut nach Hause und bald wieder.\n\nHerzliche Grüße\nTom Reiter, Hotel Sonnenblick',
        resolve: true,
      },
    ],
  },
  {
    channel: 'instagram',
    post: 'badewanne',
    guest: 'anouk.b',
    text: 'schönster urlaub seit langem ❤️ danke an die liebe frau am frühstück',
    likes: 12,
    when: { ago: 480 },
    deeds: [{ after: 75, does: 'resolves', by: 'lea', reason: 'praise' }],
  },
  {
    channel: 'xing',
    post: 'tagung',
    guest: 'Katrin Bellmann',
    text: 'Freue mich, ab dem 1. April als stellvertretende Empfangsleitung im Hotel Sonnenblick anzufangen!',
    likes: 54,
    when: { ago: 1250 },
    deeds: [{ after: 130, does: 'resolves', by: 'clara', reason: 'no-answer-needed' }],
  },
  {
    channel: 'x',
    guest: 'nebelhorn_nina',
    text: 'Hotelbar in der Nebensaison, drei Vertreter, ein Kanarienvogel. Ich schreib ein Buch drüber.',
    when: { ago: 640 },
    deeds: [{ after: 44, does: 'resolves', by: 'tom', reason: 'no-answer-needed' }],
  },
  {
    channel: 'forum',
    post: 'erfahrungen',
    guest: 'Papa_Dreifach',
    text: 'Kinderspeisekarte bitte auch mit Gemüse, das nicht paniert ist. Sonst alles gut.',
    when: { ago: 1020 },
    deeds: [
      {
        after: 160,
        does: 'answers',
        by: 'lea',
        text: 'Guter Punkt, danke dir. Ab Montag gibt es Ofengemüse und Gurkensticks zur Wahl. Sag uns gern, ob es die Drei überzeugt. Lea',
        resolve: true,
      },
    ],
  },
  {
    channel: 'blog',
    post: 'wandern',
    guest: 'Seo-Service 24',
    text: 'Sichere dir jetzt 10.000 Besucher für deinen Blog! Nur heute auf besucher-kaufen.example',
    visibility: 'spam',
    when: { ago: 840 },
  },
];
