import { expect, test } from 'vitest';
import { unsavedSnippet } from './unsaved-snippet.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const written = { name: 'Anrede', language: 'de', channelId: null, bodySie: 'Guten Tag', bodyDu: '' } as const;
const unsaved = { written, seen: { id: 's1', version: 3 } };

test('keeps what is written until it is saved, with the version that was seen', () => {
  const store = memory();
  unsavedSnippet(store, 'lea', 's1').keep(unsaved);
  expect(unsavedSnippet(store, 'lea', 's1').read()).toEqual(unsaved);
  unsavedSnippet(store, 'lea', 's1').forget();
  expect(unsavedSnippet(store, 'lea', 's1').read()).toBeNull();
});

test('shows it to nobody else and at no other snippet', () => {
  const store = memory();
  unsavedSnippet(store, 'lea', undefined).keep({ written, seen: null });
  expect(unsavedSnippet(store, 'tom', undefined).read()).toBeNull();
  expect(unsavedSnippet(store, 'lea', 's1').read()).toBeNull();
});

test('writing goes on where nothing can be kept', () => {
  const refused = () => {
    throw new Error('no storage');
  };
  const copy = unsavedSnippet({ getItem: refused, setItem: refused, removeItem: refused }, 'lea', 's1');
  copy.keep(unsaved);
  copy.forget();
  expect(copy.read()).toBeNull();
});
