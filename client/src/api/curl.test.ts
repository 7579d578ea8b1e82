import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlOf } from './curl.ts';

/** What a real shell makes of the line: the arguments that curl would get. */
const argumentsOf = (line: string) =>
  execFileSync('/bin/sh', ['-c', `curl() { printf '%s\\0' "$@"; }; ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

test('the shell hands curl exactly the text that we meant', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'));
  fc.assert(
    fc.property(text, (body) => {
      const given = argumentsOf(curlOf({ method: 'POST', url: 'http://a.example/x', token: "t'o$k", body: { body } }));
      expect(given.slice(0, 5)).toEqual(['-X', 'POST', 'http://a.example/x', '-H', "Authorization: Bearer t'o$k"]);
      expect(JSON.parse(given.at(-1) ?? '')).toEqual({ body });
    }),
    { numRuns: 15 },
  );
});

test('a call without a body sends none', () => {
  expect(argumentsOf(curlOf({ method: 'GET', url: 'http://a.example', token: 't' }))).toHaveLength(5);
});
