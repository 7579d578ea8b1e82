// The demo's present is not written into tables: it is acted out with the flows that people use.
import type { IncomingChange, IncomingComment } from '../connectors/connector.ts';
import { type PostKey, posts } from '../demo/hotel.ts';
import type { Deed, Story } from '../demo/story.ts';
import { choosePolicy, loadPromises, type Promises, targetOf } from '../sla/promises.ts';
import { commentOf, idOf, type Stage } from './demo-stage.ts';
import { breakLatePromises, perform } from './enact-deeds.ts';
import { receiveComments } from './receive-comments.ts';
import { lookAtDeadlines } from './watch-deadlines.ts';

interface Step {
  readonly at: number;
  readonly key: string;
  readonly story: Story;
  /** null: the story opens. */
  readonly deed: Deed | null;
}

const MINUTE = 60_000;
/** For comments without a promise, so that they have an age at all. */
const NO_TARGET_MINUTES = 480;
const YOUNGEST_MINUTES = 6;

/** Acts everything out in the order of time. */
export async function enactStories(stage: Stage, stories: readonly Story[]): Promise<void> {
  const promises = await loadPromises(stage.tx);
  const steps = stories.flatMap((story, index) => stepsOf(stage, promises, story, `demo-${index + 1}`));
  for (const step of steps.toSorted((a, b) => a.at - b.at)) {
    stage.setTime(new Date(step.at));
    await enact(stage, step);
  }
  stage.setTime(stage.now);
  await breakLatePromises(stage);
  await lookAtDeadlines(stage.house, null);
}

function stepsOf(stage: Stage, promises: Promises, story: Story, key: string): Step[] {
  const opened = openedAt(stage, promises, story);
  const latest = stage.now.getTime() - MINUTE;
  const deeds = (story.deeds ?? []).map((deed) => ({
    at: Math.min(opened + deed.after * MINUTE, latest),
    key,
    story,
    deed,
  }));
  return [{ at: opened, key, story, deed: null }, ...deeds];
}

function openedAt({ house, now, channelIds }: Stage, promises: Promises, story: Story): number {
  const { when, text, channel, deeds = [] } = story;
  if ('ago' in when) return now.getTime() - when.ago * MINUTE;
  const { sentiment, urgency, language } = house.classify({ body: text, fallbackLanguage: 'de' });
  const channelId = channelIds.get(channel) ?? '';
  const policy = choosePolicy(promises, { channelId, sentiment, urgency, language, author: 'new', tags: [] });
  const target = (policy && targetOf(policy, 'first')) ?? NO_TARGET_MINUTES;
  // A promise shorter than expected may not begin before its story could be told.
  const age = Math.max(target - when.dueIn, YOUNGEST_MINUTES, ...deeds.map((deed) => deed.after + 1));
  return now.getTime() - age * MINUTE;
}

async function enact(stage: Stage, { key, story, deed }: Step): Promise<unknown> {
  const channelId = idOf(stage, story.channel);
  if (!deed) return hear(stage, channelId, said(stage, story, key, story));
  switch (deed.does) {
    case 'says':
      return hear(stage, channelId, { ...said(stage, story, `${key}-${deed.after}`, deed), parentExternalId: key });
    case 'edits':
      return edit(stage, channelId, { ...said(stage, story, key, story), body: deed.text });
    case 'removes': {
      const last = story.deeds?.findLast((other) => other.does === 'says' && other.after <= deed.after);
      const externalId = last ? `${key}-${last.after}` : key;
      return receive(stage, channelId, { kind: 'removed', externalId, at: stage.house.clock.now(), version: null });
    }
    default:
      return perform(stage, await commentOf(stage, channelId, key), deed);
  }
}

export function said(
  { house }: Stage,
  story: Story,
  externalId: string,
  what: { guest: string; text: string; likes?: number },
): IncomingComment {
  return {
    externalId,
    parentExternalId: null,
    post: story.post ? postOf(story.post) : null,
    author: authorOf(what.guest),
    body: what.text,
    postedAt: house.clock.now(),
    visibility: story.visibility ?? 'public',
    url: null,
    likes: what.likes ?? null,
    version: null,
  };
}

/** Posts and guests of the demo as the platforms would name them. */
export const postOf = (key: PostKey) => ({ externalId: key, title: posts[key], url: null });
export const authorOf = (name: string) => ({
  externalId: name,
  name,
  handle: /^[a-z0-9._]+$/.test(name) ? `@${name}` : null,
  url: null,
  own: false,
});

const receive = async ({ house }: Stage, id: string, change: IncomingChange): Promise<void> => {
  await receiveComments(house, { id, language: 'de' }, [change], { history: false });
};
const hear = (stage: Stage, channelId: string, comment: IncomingComment) =>
  receive(stage, channelId, { kind: 'comment', comment });

/** A platform tells the whole comment again; when it was written does not change. */
async function edit(stage: Stage, channelId: string, comment: IncomingComment): Promise<void> {
  const { postedAt } = await commentOf(stage, channelId, comment.externalId);
  return hear(stage, channelId, { ...comment, postedAt });
}
