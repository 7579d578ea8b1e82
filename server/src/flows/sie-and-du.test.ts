// What the server writes itself in German: with Sie or with du as the house says, and never with both.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale, Register } from '@stammgast/shared/contract/team';
import { notifyEvents } from '@stammgast/shared/domain/notify/events';
import { mixedRegister } from '@stammgast/shared/domain/register.suite';
import { describe, expect, it } from 'vitest';
import { testMail } from '../mail/words.ts';
import { digestMail } from '../notifications/digest-text.ts';
import { pushMessage } from '../notifications/push-words.ts';
import { restMail } from '../reports/rest-mail.ts';

const here = join(import.meta.dirname, '..');
/** All that stands in quotes in a file, but its comments. */
const wordsOf = (file: string): Map<string, string> => {
  const lines = readFileSync(join(here, file), 'utf8').split('\n');
  const code = lines.filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line));
  const quoted = code.flatMap((line) => [...line.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map((one) => one[1] ?? ''));
  return new Map(quoted.map((text, n) => [`${file} ${n}`, text]));
};
const ours = readdirSync(here, { recursive: true, encoding: 'utf8' })
  // The demo's guests and its answers to them speak as they like.
  .filter((file) => /\.ts$/.test(file) && !/\.(?:test|suite)\.ts$|^(?:demo|testing)\/|fixtures/.test(file))
  .map((file) => ({ file, words: wordsOf(file) }));
const addresses = /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd]ich|[Dd]ein(?:e[mnrs]?)?)(?!\p{L})/u;
const speaking = ours.filter(({ words }) => [...words.values()].some((text) => addresses.test(text)));

describe('words of the server', () => {
  it('address somebody in mails and on devices, and nowhere else', () => {
    expect(speaking.map(({ file }) => file).sort()).toEqual([
      'mail/words.ts',
      'notifications/digest-text.ts',
      'notifications/push-words.ts',
      'reports/rest-mail.ts',
    ]);
  });

  it.each(['sie', 'du'] as const)('have one register with %s', (register) => {
    const words = new Map(speaking.flatMap((one) => [...one.words]));
    expect(words.size).toBeGreaterThan(80);
    expect(mixedRegister(words, register)).toEqual([]);
    const planted = new Map([...words, ['planted', register === 'du' ? 'Das wartet auf Sie.' : 'Bitte sende es.']]);
    expect(mixedRegister(new Map([...planted, ['order', '{Senden Sie|Sende} es.']]), register)).toEqual(['planted']);
  });
});

describe('a house that says du', () => {
  const sections = notifyEvents.map((event) => ({ event, count: 2, more: false }));
  const about = { period: 'daily', house: 'Haus', name: 'Ida', origin: 'https://h.example', sections } as const;
  const written = (locale: Locale, register: Register) => ({
    test: testMail(locale, register, 'Haus').text.split('\n')[0],
    digest: digestMail(locale, register, about).text.split('\n\n').slice(0, 2),
    weekly: digestMail(locale, register, { ...about, period: 'weekly' }).subject,
    rest: restMail(locale, register, { name: 'Woche', house: 'Haus', origin: '' }).text.split(',')[1],
    push: pushMessage('Haus', locale, register, [{ event: 'mentioned', threadId: null }]).body,
  });

  it('writes so to who reads German, as their country spells', () => {
    const du = {
      test: 'Diese Nachricht hast du in Stammgast selbst ausgelöst.',
      digest: ['Hallo Ida,', 'Das wartet auf dich. Jede Zeile führt zur genauen Liste.'],
      weekly: 'Deine Woche: 2 offen und dir zugewiesen, 2 mit einer Erwähnung von dir (Haus)',
      rest: ' den du eingeplant hast',
      push: 'Du wurdest erwähnt',
    };
    for (const locale of ['de', 'de-AT', 'de-CH'] as const) expect(written(locale, 'du')).toEqual(du);
    expect(written('de', 'sie').digest).toEqual([
      'Guten Tag Ida,',
      'Das wartet auf Sie. Jede Zeile führt zur genauen Liste.',
    ]);
  });

  it('writes English as every other', () => {
    expect(written('en', 'du')).toEqual(written('en', 'sie'));
  });
});
