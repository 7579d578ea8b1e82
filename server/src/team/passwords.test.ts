import { describe, expect, it } from 'vitest';
import { createPasswords, weaknessOf } from './passwords.ts';

describe('createPasswords', () => {
  it('verifies what it hashed and nothing else', async () => {
    const passwords = createPasswords();
    const stored = await passwords.hash('Zwölf Amseln im Garten');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(stored, 'Zwölf Amseln im Garten')).toBe(true);
    expect(await passwords.verify(stored, 'Zwölf Amseln im Garten ')).toBe(false);
    expect(await passwords.verify(null, 'nobody knows this one, it only costs time')).toBe(false);
  });

  it('tells a flood to come back and recovers', async () => {
    const passwords = createPasswords();
    const flood = await Promise.allSettled(Array.from({ length: 80 }, () => passwords.verify(null, 'x')));
    const refused = flood.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(80 - 54);
    expect(refused[0]).toMatchObject({ reason: { code: 'server.busy', status: 503 } });
    expect(await passwords.verify(null, 'x')).toBe(false);
  }, 60_000);
});

describe('weaknessOf', () => {
  const names = ['stammgast', 'Hotel Sonnenblick', 'Erna Vogel', 'erna.vogel'];

  it.each([
    ['Passwort2026!', 'common'],
    ['passwordpassword', 'monotonous'],
    ['password-passwort', 'common'],
    ['P4ssw0rd!2026', 'common'],
    ['hallo welt 1234', 'common'],
    ['qwertzuiop123', 'common'],
    ['Sommer2026!!!', 'common'],
    ['ichliebedich99', 'common'],
    ['123456789012', 'common'],
    ['03.10.1990-2026', 'common'],
    ['aaaaaaaaaaaa', 'monotonous'],
    ['abcdeabcdeabcde', 'monotonous'],
    ['ababababababab', 'monotonous'],
    ['Sonnenblick-Zimmer7', 'name'],
    ['mein-Stammgast-Zugang', 'name'],
    ['VOGEL fliegt weit', 'name'],
    ['S0nnenbl1ck am See', 'name'],
    ['Zwölf Amseln im Garten', null],
    ['correct horse battery staple', null],
    ['k7#mQ2!vXp9z', null],
    ['Der Hund frisst Gurken', null],
  ])('%s is %s', (password, weakness) => {
    expect(weaknessOf(password, names)).toBe(weakness);
  });
});
