import { expect, it } from 'vitest';
import { createStore } from '../../../live/store.ts';
import { createDrafts } from './use-draft.ts';

function desk() {
  let keys = 0;
  return createDrafts(createStore({}), () => {
    keys += 1;
    return { answer: '', note: '', idempotencyKey: `key-${keys}` };
  });
}

it('keeps a text per thread with the key it began with', () => {
  const drafts = desk();
  drafts.change('a', { answer: 'Guten' });
  drafts.change('a', { answer: 'Guten Tag' });
  drafts.change('b', { note: 'Technik fragen' });
  expect(drafts.read('a')).toEqual({ answer: 'Guten Tag', note: '', idempotencyKey: 'key-1' });
  expect(drafts.read('b')).toMatchObject({ answer: '', note: 'Technik fragen', idempotencyKey: 'key-2' });
});

it('starts anew after sending, and keeps the note', () => {
  const drafts = desk();
  drafts.change('a', { answer: 'Guten Tag', note: 'Notiz' });
  drafts.clearAnswer('a');
  expect(drafts.read('a')).toEqual({ answer: '', note: 'Notiz', idempotencyKey: 'key-2' });
});

it('loses no text when an answer comes back while another one is being written', () => {
  const drafts = desk();
  drafts.giveBack('a', { text: 'Erste Antwort', commentId: 'c1' });
  expect(drafts.read('a')).toMatchObject({ answer: 'Erste Antwort', commentId: 'c1' });
  drafts.change('a', { answer: 'Zweite' });
  drafts.giveBack('a', { text: 'Erste Antwort', commentId: 'c1' });
  expect(drafts.read('a').answer).toBe('Erste Antwort\n\nZweite');
});

it('goes along when the thread becomes part of another one, behind what was written there', () => {
  const drafts = desk();
  drafts.change('a', { answer: 'Zwei', note: 'Küche' });
  drafts.change('b', { answer: 'Eins' });
  drafts.move('a', 'b');
  expect(drafts.read('b')).toMatchObject({ answer: 'Eins\n\nZwei', note: 'Küche' });
  expect(drafts.read('a')).toMatchObject({ answer: '', note: '' });
  drafts.move('a', 'b');
  expect(drafts.read('b')).toMatchObject({ answer: 'Eins\n\nZwei' });
});
