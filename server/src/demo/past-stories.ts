import type { Story } from './story.ts';

const day = 24 * 60;

/** Guests of today who have written before: what the context pane shows beside their newest comment. */
export const pastStories: readonly Story[] = [
  {
    channel: 'facebook',
    post: 'fruehling',
    guest: 'Sabine Keller',
    text: 'Wieder die Lüftung, noch lauter als letztes Jahr. Schlecht geschlafen, enttäuscht abgereist.',
    when: { ago: 21 * day + 95 },
    deeds: [
      {
        after: 130,
        does: 'answers',
        by: 'anna',
        text: 'Guten Tag Frau Keller,\n\ndanke, dass Sie es noch einmal sagen. Wir haben den Techniker für Donnerstag bestellt und legen Sie beim nächsten Mal auf die Seeseite.\n\nHerzliche Grüße\nAnna Hofer, Hotel Sonnenblick',
      },
      {
        after: 260,
        does: 'says',
        guest: 'Sabine Keller',
        text: 'Danke für die ehrliche Antwort, das ist nett von Ihnen.',
      },
      { after: 300, does: 'resolves', by: 'anna', reason: 'answered' },
    ],
  },
  {
    channel: 'facebook',
    post: 'winter',
    guest: 'Sabine Keller',
    text: 'Um 9 war schon abgeräumt, die Brötchen waren vom Vortag, der Kaffee kalt. Schlecht.',
    when: { ago: 61 * day + 210 },
    deeds: [
      {
        after: 340,
        does: 'answers',
        by: 'tom',
        text: 'Guten Tag Frau Keller,\n\nBrötchen vom Vortag gehören nicht aufs Buffet. Der Bäcker liefert wieder täglich, und nachgelegt wird bis 10.30 Uhr.\n\nFreundliche Grüße\nTom Reiter, Hotel Sonnenblick',
        resolve: true,
      },
    ],
  },
  {
    channel: 'facebook',
    post: 'winter',
    guest: 'Hartmut Lenz',
    text: 'Zum neunten Mal bei Ihnen, wunderbare Tage, herzliches Personal. Danke.',
    likes: 7,
    when: { ago: 33 * day + 400 },
    deeds: [{ after: 180, does: 'resolves', by: 'lea', reason: 'praise' }],
  },
  {
    channel: 'forum',
    post: 'erfahrungen',
    guest: 'Hartmut Lenz',
    text: 'Tipp für Neue: Zimmer zur Seeseite, früh aufstehen, Kaffee auf der Terrasse. Herrlich.',
    when: { ago: 48 * day + 600 },
    deeds: [{ after: 240, does: 'resolves', by: 'anna', reason: 'praise' }],
  },
  {
    channel: 'google',
    guest: 'Renate Vollmer',
    text: 'Schönes Haus, sehr freundliches Personal. Wir kommen gern wieder.',
    when: { ago: 75 * day + 320 },
    deeds: [
      {
        after: 95,
        does: 'answers',
        by: 'lea',
        text: 'Guten Tag Frau Vollmer,\n\nvielen Dank, das freut das ganze Team. Bis zum nächsten Mal.\n\nHerzliche Grüße\nLea Winter, Empfang',
        resolve: true,
      },
    ],
  },
  {
    channel: 'facebook',
    post: 'fruehling',
    guest: 'Gisela Thum',
    text: 'Könnten Sie abends eine Leselampe auf die Fensterplätze stellen? Dann liest es sich dort besser.',
    when: { ago: 40 * day + 500 },
    deeds: [
      {
        after: 220,
        does: 'answers',
        by: 'lea',
        text: 'Guten Tag Frau Thum,\n\ngern: Seit heute stehen dort zwei Lampen. Sagen Sie uns, ob das Licht warm genug ist.\n\nHerzliche Grüße\nLea Winter, Empfang',
        resolve: true,
      },
    ],
  },
  {
    channel: 'forum',
    post: 'erfahrungen',
    guest: 'nordlicht72',
    text: 'Kleine Idee: ein Thermometer am Beckenrand, dann muss keiner fragen.',
    when: { ago: 27 * day + 700 },
    deeds: [
      {
        after: 310,
        does: 'answers',
        by: 'anna',
        text: 'Hallo, danke dir. Das Thermometer ist bestellt. Anna',
        resolve: true,
      },
    ],
  },
];
