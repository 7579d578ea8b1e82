import type { IncomingChange, IncomingComment } from '../connectors/connector.ts';

export type Said = Partial<Omit<IncomingComment, 'author' | 'externalId'>> & {
  /** Name and external id in one. */
  readonly author?: string;
  readonly own?: boolean;
};

/** A comment under the hotel's post about its new room, as a connector would bring it. */
export function says(externalId: string, { author, own, ...more }: Said = {}): IncomingChange {
  const name = author ?? `Gast ${externalId}`;
  return {
    kind: 'comment',
    comment: {
      externalId,
      parentExternalId: null,
      post: { externalId: 'p1', title: 'Unser neues Zimmer', url: null },
      author: { externalId: name, name, handle: null, url: null, own: own ?? false },
      body: 'Das Frühstück war kalt.',
      postedAt: new Date('2026-03-05T12:00:00Z'),
      visibility: 'public',
      url: null,
      likes: null,
      version: 0,
      ...more,
    },
  };
}
