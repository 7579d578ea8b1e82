import i18next from 'i18next';
import { afterEach, expect, test, vi } from 'vitest';
import { changeLocale, changeRegister, guessRegister, loadPageWords, startI18n } from './setup.ts';

afterEach(() => vi.unstubAllGlobals());

const said = () => [i18next.t('problems:auth.required'), i18next.t('profile:you.title')];

test('the words that are there change their register, and so do those that come later', async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  const changes = vi.fn();
  await startI18n('de', 'sie');
  i18next.on('languageChanged', changes);
  await loadPageWords();
  expect(said()).toEqual(['Sie sind nicht mehr angemeldet.', 'Über Sie']);
  await changeRegister('sie');
  expect(changes).not.toHaveBeenCalled();
  await changeRegister('du');
  expect(changes).toHaveBeenCalledOnce();
  expect(said()).toEqual(['Du bist nicht mehr angemeldet.', 'Über dich']);
  await changeLocale('de-CH');
  expect(said()).toEqual(['Du bist nicht mehr angemeldet.', 'Über dich']);
  await changeLocale('en', 'sie');
  const english = said();
  await changeRegister('du');
  expect(said()).toEqual(english);
  await changeLocale('de', 'sie');
  expect(said()).toEqual(['Sie sind nicht mehr angemeldet.', 'Über Sie']);
});

test('before the house has said how it speaks: as it did here last, else Sie', () => {
  expect(['du', 'sie', 'ihr', null].map(guessRegister)).toEqual(['du', 'sie', 'sie', 'sie']);
});
