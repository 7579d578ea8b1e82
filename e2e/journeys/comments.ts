import type { PushedComment } from '@stammgast/shared/contract/integration';
import type { z } from 'zod/mini';
import { push } from '../house.ts';

let number = 0;

/** A guest's comment for the HTTP API; each is a post of its own unless told. */
export function guestSays(body: string, more: Partial<z.input<typeof PushedComment>> = {}) {
  number += 1;
  const name = more.author?.name ?? `Gast ${number}`;
  return {
    externalId: `comment-${number}`,
    post: { externalId: `post-${number}`, title: 'Unsere neue Dachterrasse' },
    author: { externalId: `author-${name}`, name },
    postedAt: new Date().toISOString(),
    body,
    ...more,
  };
}

export async function deliver(url: string, token: string, comments: readonly unknown[]): Promise<void> {
  const answer = await push(url, token, comments);
  if (!answer.ok) throw new Error(`the push answered ${answer.status}: ${await answer.text()}`);
}

/** Guests who complain of their rooms, one a minute after the other. */
export const roomComplaints = (names: readonly string[]) =>
  names.map((name, index) =>
    guestSays(`Das Zimmer ${index + 1} war schmutzig, ich bin enttäuscht.`, {
      author: { externalId: name, name },
      postedAt: new Date(Date.now() - (10 - index) * 60_000).toISOString(),
    }),
  );
