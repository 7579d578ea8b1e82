// What the server writes itself, to somebody in Switzerland: spelled as there, and names as people write them.
import { notifyEvents } from '@stammgast/shared/domain/notify/events';
import { describe, expect, it } from 'vitest';
import { testMail } from '../mail/words.ts';
import { digestMail } from '../notifications/digest-text.ts';
import { pushMessage } from '../notifications/push-words.ts';
import { restMail } from '../reports/rest-mail.ts';
import { reportWords } from '../reports/words.ts';
import { holidaysOf } from '../sla/holidays.ts';

const house = 'Gasthof „Weißes Roß“';
const sections = (['assigned', 'soon', 'promise'] as const).map((event) => ({ event, count: 2, more: false }));
const withoutNames = (text: string) => text.replaceAll(/Gasthof „Weißes Roß“|Frau Weiß/g, '');
const foreign = /[ß„“]|\s%/;

describe('in Switzerland', () => {
  it.each([
    ['the mail that tries the server', testMail('de-CH', 'sie', house)],
    [
      'a digest',
      digestMail('de-CH', 'sie', { period: 'weekly', house, name: 'Frau Weiß', origin: 'https://h.example', sections }),
    ],
    ...[false, true].map((isOver): [string, Record<string, string>] => [
      'the mail about a report that rests',
      restMail('de-CH', 'sie', { name: 'Frau Weiß', house, origin: '', isOver }),
    ]),
    [
      'what devices show',
      pushMessage(
        house,
        'de-CH',
        'sie',
        notifyEvents.map((event) => ({ event, threadId: null })),
      ),
    ],
  ])('%s has no ß but that of names', (_, texts) => {
    const text = Object.values(texts).join('\n');
    expect(text).toContain('Weißes Roß');
    expect(withoutNames(text)).not.toMatch(foreign);
  });

  it('the heads of files, holidays and the short words have none at all', async () => {
    expect(JSON.stringify(reportWords('de'))).toMatch(/\s%/);
    expect(JSON.stringify(reportWords('de-CH'))).not.toMatch(foreign);
    const named = (await holidaysOf('CH-ZH', [2027], 'de-CH')).map(({ name }) => name);
    expect(named).toEqual((await holidaysOf('CH-ZH', [2027], 'de')).map(({ name }) => name.replaceAll('ß', 'ss')));
    expect(named).toContain('Neujahr');
  });
});
