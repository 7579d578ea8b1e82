/** A piece of a text: in both, only in the old one, or only in the new one. */
export interface Piece {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** More words than this are shown as one text instead of another: comparing them would take too long. */
const MOST_WORDS = 1500;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** What was edited, word by word: the longest common row of words stays, the rest is old or new. */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const endless = a.length > MOST_WORDS || b.length > MOST_WORDS;
  return joined(endless ? [old(before), fresh(after)] : compared(a, b));
}

const same = (text: string): Piece => ({ kind: 'same', text });
const old = (text: string): Piece => ({ kind: 'old', text });
const fresh = (text: string): Piece => ({ kind: 'new', text });

function compared(a: readonly string[], b: readonly string[]): Piece[] {
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number) => lengths[i * (b.length + 1) + j] ?? 0;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [was, is] = [a[i] ?? '', b[j] ?? ''];
    if (was === is) {
      pieces.push(same(was));
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      pieces.push(old(was));
      i += 1;
    } else {
      pieces.push(fresh(is));
      j += 1;
    }
  }
  return [...pieces, ...a.slice(i).map(old), ...b.slice(j).map(fresh)];
}

/** For each pair of rests: how many words they have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [down, right, both] = [(i + 1) * width + j, i * width + j + 1, (i + 1) * width + j + 1];
      lengths[i * width + j] =
        a[i] === b[j] ? (lengths[both] ?? 0) + 1 : Math.max(lengths[down] ?? 0, lengths[right] ?? 0);
    }
  }
  return lengths;
}

/** Neighbours of one kind are one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) out[out.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
