import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, isInstalled } from './stamps.mjs';

describe('hash of sources', () => {
  let root;
  const write = (name, text) => writeFileSync(join(root, name), text);
  const hash = () => hashOf(root, ['src', 'package.json']);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stammgast-stamps-'));
    for (const folder of ['src/deep', 'src/dist', 'src/node_modules'])
      mkdirSync(join(root, folder), { recursive: true });
    write('src/a.ts', 'a');
    write('src/deep/b.ts', 'b');
    write('package.json', '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('stays the same when only times change, as after a fresh clone', () => {
    const before = hash();
    utimesSync(join(root, 'src/a.ts'), 1, 1);
    expect(hash()).toBe(before);
  });

  it.each([
    ['a changed file', () => write('src/deep/b.ts', 'B')],
    ['a new file', () => write('src/c.ts', '')],
    ['a moved file', () => [rmSync(join(root, 'src/a.ts')), write('src/deep/a.ts', 'a')]],
    ['a missing file', () => rmSync(join(root, 'package.json'))],
    ['text that wandered into the next file', () => [write('src/a.ts', ''), write('src/deep/b.ts', 'ab')]],
  ])('changes with %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it('does not look at tests, at what was built or installed', () => {
    const before = hash();
    write('src/a.test.ts', 'x');
    write('src/dist/a.js', 'x');
    write('src/node_modules/a.js', 'x');
    expect(hash()).toBe(before);
  });
});

describe('whether the lockfile is installed', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      server: { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/for-mac': { version: '1.0.0', integrity: 'sha512-m', optional: true },
      'server/node_modules/a': { version: '2.0.0', integrity: 'sha512-b' },
    },
  };
  const { '': _root, 'node_modules/for-mac': _mac, ...installed } = lock.packages;

  it('does not ask for optional packages of other machines', () => {
    expect(isInstalled(lock, { packages: installed })).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }],
    ['a missing package', { 'server/node_modules/a': undefined }],
  ])('sees %s', (_, change) => {
    expect(isInstalled(lock, { packages: { ...installed, ...change } })).toBe(false);
  });
});
