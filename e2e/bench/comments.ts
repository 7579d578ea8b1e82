const sentences = [
  'Das Zimmer war sauber, aber nachts lief die Lüftung direkt vor dem Fenster.',
  'Am Empfang hieß es nur, das sei normal, und niemand hat sich gekümmert.',
  'Das Frühstück war reichlich und das Personal sehr freundlich.',
  'Wir haben drei Nächte gebucht und würden gern wiederkommen.',
  'Die Rechnung stimmt nicht: Die Kurtaxe wurde doppelt berechnet.',
  'Gibt es im Winter einen Ladeplatz für Elektroautos in der Garage?',
  'The pool was closed and nobody had told us before we arrived.',
  'Der Blick auf den See ist jedes Mal ein Geschenk.',
];

/** Of the usual length of a public comment, about 220 characters, and never the same twice. */
export function text(i: number): string {
  const part = (n: number) => sentences[(i * 7 + n * 3 + (i >> 3)) % sentences.length];
  return `${part(0)} ${part(1)} ${part(2)} Nr. ${i}`;
}

/** A comment as another system pushes it. Everybody writes once, under one of 200 posts. */
export const pushed = (name: string, i: number) => ({
  externalId: `${name}-${i}`,
  body: text(i),
  author: { externalId: `${name}-author-${i}`, name: `Gast ${i}` },
  post: { externalId: `post ${i % 200}`, title: `Beitrag ${i % 200}` },
  postedAt: new Date(Date.now() - 60_000).toISOString(),
});
