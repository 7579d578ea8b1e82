import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVault, vaultWith } from './vault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('opens what it sealed, never looks the same twice and shows nothing', () => {
  const vault = vaultWith(Buffer.alloc(32, 1));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, place) => {
      const sealed = vault.seal(plain, place);
      expect(vault.open(sealed, place)).toBe(plain.toWellFormed());
      expect(vault.seal(plain, place)).not.toBe(sealed);
    }),
  );
  expect(vault.seal('application password', 'a')).not.toContain('password');
});

test('refuses a changed text, another place and another key', () => {
  const vault = vaultWith(Buffer.alloc(32, 1));
  const sealed = vault.seal('secret', 'channels/1/secrets');
  expect(() => vault.open(sealed, 'channels/2/secrets')).toThrow();
  expect(() => vaultWith(Buffer.alloc(32, 2)).open(sealed, 'channels/1/secrets')).toThrow('another house key');
  // Bytes, not letters: the last letter of base64url has bits that mean nothing.
  const from = sealed.lastIndexOf(':') + 1;
  const bytes = Buffer.from(sealed.slice(from), 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => vault.open(sealed.slice(0, from) + changed.toString('base64url'), 'channels/1/secrets')).toThrow();
  }
  for (const broken of ['', 'v1', 'v2:x:y', sealed.slice(0, 20)]) expect(() => vault.open(broken, 'x')).toThrow();
});

test('makes its key once, for its owner only', () => {
  const file = join(folder, 'house.key');
  const sealed = createVault(file).seal('secret', 'x');
  expect(createVault(file).open(sealed, 'x')).toBe('secret');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{43}\n$/);
});

test('a file that is no key is not overwritten', () => {
  const file = join(folder, 'house.key');
  writeFileSync(file, 'something else');
  expect(() => createVault(file)).toThrow('holds no house key');
  expect(readFileSync(file, 'utf8')).toBe('something else');
});
