import type { Me } from '@stammgast/shared/contract/session';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { meKey } from '../api/call.ts';
import { DateTimeField } from './date-time-field.tsx';

/** The field as it stands there, in a house whose clock is another than that of any device that runs tests. */
async function shown(value: string): Promise<string> {
  const client = new QueryClient();
  client.setQueryData(meKey, { house: { timeZone: 'Pacific/Chatham' } } as Me);
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: { en: { translation: { thatIs: 'That is: {{time}}' } } } });
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <DateTimeField label="Until" value={value} readOnly={true} />
      </I18nextProvider>
    </QueryClientProvider>,
  );
}

it('names both clocks', async () => {
  expect(await shown('2026-12-01T10:00')).toMatch(/Until \(.+\).*That is: .*\d\d:\d\d/);
});

it.each(['', '202616-12-01T10:00'])('names only the zone while there is no day: %s', async (value) => {
  const html = await shown(value);
  expect(html).toMatch(/Until \(.+\)/);
  expect(html).not.toContain('That is');
});
