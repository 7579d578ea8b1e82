import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scratch } from './postgres.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stammgast-scratch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each(['missing', 'unwritable'])('the scratch folder is on disk where memory is %s', (memory) => {
  // A folder would not do: whoever is root may write in any.
  writeFileSync(join(folder, 'unwritable'), '');
  const made = scratch(join(folder, memory));
  rmSync(made, { recursive: true });
  expect(dirname(made)).toBe(tmpdir());
});
