import { hash, verify } from '@node-rs/argon2';
import { problem } from '../http/problem.ts';
import { commonWords } from './common-passwords.ts';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Verified when there is no such account, so that the answer takes as long. Nobody knows its password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$vRmDaBFP3hOuzAVcnvrM1w$CJwdL4oLurHgz7NtOc9e60qUwiNkYaatSG08YoraEyI';
const AT_ONCE = 4;
const MAY_WAIT = 50;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for a person without a password or no person at all, after the same time. */
  verify(stored: string | null | undefined, password: string): Promise<boolean>;
}

/** Hashing costs 19 MiB and a core each, so few run at once, some wait, and a flood is told to come back. */
export function createPasswords(): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAY_WAIT) throw problem('server.busy', 503);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on; only without a successor it becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    async verify(stored, password) {
      const right = await inTurn(() => verify(stored ?? NOBODY, password));
      return right && stored != null;
    },
  };
}

/** Why a password is too easy to guess, or null. Length is checked by the contract. */
export function weaknessOf(password: string, names: readonly string[]): 'common' | 'monotonous' | 'name' | null {
  const plain = flat(password);
  if (new Set(plain).size < 5 || isRow(plain)) return 'monotonous';
  const core = plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  if ([core, unmask(core)].some((text) => isMadeOf(text.replaceAll(/[^a-z]/g, ''), commonWords))) return 'common';
  const own = names.flatMap((name) => flat(name).split(/[^a-z0-9]+/)).filter((part) => part.length >= 4);
  return own.some((part) => plain.includes(part) || unmask(plain).includes(part)) ? 'name' : null;
}

const flat = (text: string) => text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** Signs that people type for letters: p4ssw0rd is password. */
const unmask = (text: string) =>
  text
    .replaceAll(/[@4]/g, 'a')
    .replaceAll('3', 'e')
    .replaceAll(/[1!|]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll(/[$5]/g, 's');

/** All letters are common words set one after the other: `passwordpassword`, `hallo welt 2024`. Digits do not help. */
function isMadeOf(letters: string, words: ReadonlySet<string>): boolean {
  const reached = Array<boolean>(letters.length + 1).fill(false);
  reached[0] = true;
  for (let end = 1; end <= letters.length; end += 1) {
    reached[end] = [...words].some((word) => reached[end - word.length] === true && letters.endsWith(word, end));
  }
  return reached[letters.length] === true;
}

/** The whole is a short piece again and again: abcabcabcabc. */
function isRow(plain: string): boolean {
  for (let size = 1; size <= plain.length / 2; size += 1) {
    if (
      plain ===
      plain
        .slice(0, size)
        .repeat(Math.ceil(plain.length / size))
        .slice(0, plain.length)
    )
      return true;
  }
  return false;
}
