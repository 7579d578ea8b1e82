// What the fictional supervisor writes to the team, by how much an answer got.
export const praise = [
  'Klar und ohne Ausflucht, so darf es klingen.',
  'Der Fehler ist beim Namen genannt und der nächste Schritt steht da. Sehr gut.',
  'Genau die richtige Länge, und man merkt, dass jemand zugehört hat.',
];
export const advice = [
  'Guter Ton. Beim nächsten Mal bitte dazuschreiben, wer sich bis wann kümmert.',
  'Die Sache ist benannt, aber „geben wir weiter“ hilft dem Gast noch nicht.',
  'Freundlich, doch es bleibt offen, was jetzt passiert.',
];
export const objection = 'Der Schritt war mit der Technik abgesprochen, ich durfte den Termin noch nicht nennen.';
export const settled = {
  raised: 'Die Frist stand im ersten Satz.',
  decided: 'Stimmt, das habe ich überlesen. Danke für den Hinweis.',
};

/** More is drawn than usual, so that the house can show how good its answers are and how far its reviewers agree. */
export const drawing = { percent: 25, channels: {}, twicePercent: 20, goal: 5, hideAuthor: true } as const;
