import { checkAnswer } from './check-answer.ts';
import type { CheckedItem, CheckInput, ItemKey } from './items.ts';

type Changes = Partial<Omit<CheckInput, 'comment' | 'channel'>> & {
  readonly comment?: Partial<CheckInput['comment']>;
  readonly channel?: Partial<CheckInput['channel']>;
};

/** For tests: a usual complaint on Facebook, answered as given. */
export function checkInput(answer: string, { comment, channel, ...changes }: Changes = {}): CheckInput {
  return {
    answer,
    comment: {
      text: 'Die Lüftung war drei Nächte lang zu laut, und an der Rezeption hieß es, das sei normal.',
      language: 'de',
      authorName: 'Sabine Keller',
      authorHandle: null,
      sentiment: 'negative',
      ...comment,
    },
    channel: { platform: 'facebook', register: 'sie', agentShown: false, ...channel },
    own: { names: ['Hotel Sonnenblick'] },
    recentAnswers: [],
    snippet: null,
    ...changes,
  };
}

export function checkedItem(key: ItemKey, answer: string, changes?: Changes): CheckedItem {
  const item = checkAnswer(checkInput(answer, changes)).items.find((checked) => checked.key === key);
  if (!item) throw new Error(`no item ${key}`);
  return item;
}

export const stateOf = (key: ItemKey, answer: string, changes?: Changes) => checkedItem(key, answer, changes).state;

export const english: Changes = {
  comment: {
    text: 'The fan was so loud for three nights, reception did not care.',
    language: 'en',
    authorName: 'Hannah Price',
  },
};
