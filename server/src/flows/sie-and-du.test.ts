// What the server writes itself in German: with Sie or with du as the house says, and never with both.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale, Register } from '@stammgast/shared/contract/team';
import { notifyEvents } from '@stammgast/shared/domain/notify/events';
import { mixedRegister } from '@stammgast/shared/domain/register.suite';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { testMail } from '../mail/words.ts';
import { digestMail } from '../notifications/digest-text.ts';
import { pushMessage } from '../notifications/push-words.ts';
import { restMail } from '../reports/rest-mail.ts';

const here = join(import.meta.dirname, '..');
/** All that stands in quotes of any kind, over however many lines; of a template what it says itself. */
const quotedIn = (code: string): string[] => {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' '));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('read.ts', code, ts.ScriptTarget.Latest));
  return found;
};
const addresses =
  /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd](?:u|ir|ich)|[Dd]ein(?:e[mnrs]?)?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?)(?!\p{L})/u;
/** They know how guests address us and each other, and what passwords are made of. */
const lexicons = ['classify/needs-answer.ts', 'review/conceal.ts', 'team/common-passwords.ts'];
const speaking = readdirSync(here, { recursive: true, encoding: 'utf8' })
  // The demo's guests and its answers to them speak as they like.
  .filter((file) => /\.ts$/.test(file) && !/\.(?:test|suite)\.ts$|^(?:demo|testing)\/|fixtures/.test(file))
  .filter((file) => !lexicons.includes(file))
  .map((file) => ({ file, code: readFileSync(join(here, file), 'utf8') }))
  .filter(({ code }) => addresses.test(code))
  .map(({ file, code }) => ({ file, words: quotedIn(code) }))
  // The register's own name addresses nobody.
  .filter(({ words }) => words.some((text) => text !== 'du' && addresses.test(text)));

describe('words of the server', () => {
  it('are read whatever quotes they stand in', () => {
    const code = `
// 'Sie'
const quotes = /['"\`]/;
'Sie da'; "Für dich"; /* 'Ihr' */
\`Das wartet
  auf \${who} und \${\`auf \${you}, dir\`} euch\`;
'a' + // dein
  'b';`;
    expect(quotedIn(code)).toEqual(['Sie da', 'Für dich', 'Das wartet\n  auf   und   euch', 'auf  , dir', 'a', 'b']);
    for (const text of ['Sie da', 'Für dich', 'sagt dir', 'für euch', 'Du auch', 'dein Fall'])
      expect(text).toMatch(addresses);
    expect('sie und ihre Dirndl').not.toMatch(addresses);
  });

  it('address somebody in mails and on devices, and nowhere else', () => {
    expect(speaking.map(({ file }) => file).sort()).toEqual([
      'mail/words.ts',
      'notifications/digest-text.ts',
      'notifications/push-words.ts',
      'reports/rest-mail.ts',
    ]);
  });

  it.each(['sie', 'du'] as const)('have one register with %s', (register) => {
    const words = new Map(speaking.flatMap(({ file, words }) => words.map((text, n) => [`${file} ${n}`, text])));
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
    rest: restMail(locale, register, { name: 'Woche', house: 'Haus', origin: '', isOver: false }).text.split(',')[1],
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
