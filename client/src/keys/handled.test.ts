import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyCommands } from '@stammgast/shared/domain/keys';
import { expect, it } from 'vitest';
import de from '../i18n/de/keys.json';
import en from '../i18n/en/keys.json';

const ids = keyCommands.map(({ id }) => id);
const source = join(import.meta.dirname, '..');
/** The files that say what commands do. */
const handlers = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .filter((text) => /useKeys\(|satisfies readonly \(keyof Handlers\)/.test(text))
  .join('\n');

it('has words for every command, in both languages, and for nothing else', () => {
  for (const { commands } of [de, en]) expect(Object.keys(commands).sort()).toEqual([...ids].sort());
});

it('knows other words only for commands that there are', () => {
  for (const { synonyms } of [de, en])
    expect(Object.keys(synonyms).filter((id) => !ids.some((one) => one === id))).toEqual([]);
  expect(Object.keys(de.synonyms)).toEqual(Object.keys(en.synonyms));
});

/** As a handler's name, or in the list of commands that a file makes handlers for. */
const isHandled = (id: string) => new RegExp(`[{,\\s](?:${id}[:,\\s]|'${id}')`).test(handlers);

it('has a handler for every command', () => {
  expect(ids.filter((id) => !isHandled(id))).toEqual([]);
  expect(isHandled('nobodyHandlesThis')).toBe(false);
});
