import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSetting } from '../storage/settings.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.house.database.transaction(async (tx) => {
    await tx.update(tx.tables.authors).set({ name: 'Sabine Keller' });
  });
});
afterEach(() => stage.close());

const changeChannel = (change: { ownAddresses: string[] }) =>
  stage.house.database.transaction(async (tx) => {
    await tx.update(tx.tables.channels).set(change);
  });

test('the name of the house is nobody’s: who greets its guests addresses nobody else', async () => {
  const settings = { name: 'Pension Morgenrot', timeZone: 'Europe/Berlin', locale: 'de' } as const;
  await stage.house.database.transaction((tx) => addSetting(tx, 'house', settings));
  await stage.reply({ body: 'Liebe Pension Morgenrot Freunde, das tut uns leid.' });
  expect(await stage.replies()).toHaveLength(1);
});

describe('an answer that must not go out like this', () => {
  test.each([
    ['Hallo {{name}}, das tut uns leid.', 'placeholder'],
    ['Guten Tag Frau Nowak, das tut uns leid.', 'wrong-name'],
  ])('%s', async (body, guards) => {
    const refused = stage.reply({ body, confirmed: ['placeholder', 'wrong-name'] });
    await expect(refused).rejects.toMatchObject({ code: 'reply.guard_blocked', status: 422, context: { guards } });
    expect(await stage.replies()).toEqual([]);
    expect(await stage.jobs()).toEqual([]);
  });
});

describe('an answer that asks to be looked at once more', () => {
  const body = 'Rufen Sie uns an: 030 1234567, wir erstatten Ihnen 50 Euro.';

  test('goes out when its writer has seen every warning, which is noted with it', async () => {
    await expect(stage.reply({ body, confirmed: ['amount'] })).rejects.toMatchObject({
      code: 'reply.guard_asks',
      status: 409,
      context: { guards: 'phone' },
    });
    await stage.reply({ body, confirmed: ['phone', 'amount', 'email'] });
    expect((await stage.replies())[0]).toMatchObject({ body, confirmed: ['phone', 'amount'] });
  });

  test('is not asked about our own addresses', async () => {
    const own = 'Schreiben Sie an info@hotel.example oder https://hotel.example/hilfe, Telefon 030 1234567.';
    await expect(stage.reply({ body: own })).rejects.toMatchObject({ code: 'reply.guard_asks' });
    await changeChannel({ ownAddresses: ['info@hotel.example', 'hotel.example', '+49 30 1234567', '030 1234567'] });
    await stage.reply({ body: own });
    expect((await stage.replies())[0]).toMatchObject({ confirmed: [] });
  });
});

test('the third public answer in a thread asks whether it should be said in private', async () => {
  for (const idempotencyKey of ['first-key', 'second-key']) {
    await stage.reply({ idempotencyKey, second: true });
    await stage.pass(10);
  }
  const third = { idempotencyKey: 'third-key', second: true };
  await expect(stage.reply(third)).rejects.toMatchObject({ context: { guards: 'third-reply' } });
  await stage.reply({ ...third, confirmed: ['third-reply'] });
  await stage.pass(10);
  expect(stage.script.sent).toHaveLength(3);
});

test('a hint stops nobody, and the snippet is remembered', async () => {
  await stage.reply({ body: 'Sorry, sorry, und noch einmal sorry.', snippetId: 's1' });
  expect((await stage.replies())[0]).toMatchObject({ snippetId: 's1', confirmed: [] });
});
