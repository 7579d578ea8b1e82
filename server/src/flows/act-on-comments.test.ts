import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChannelError, type Seen } from '../connectors/connector.ts';
import { likeComment, settleComment } from './act-on-comments.ts';
import { moderateComment } from './moderate-comments.ts';
import { receiveComments } from './receive-comments.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
let asked: string[];
let seen: Seen | 'down';
beforeEach(async () => {
  asked = [];
  seen = 'down';
  stage = await openStage();
  stage.script.can = { ...stage.script.can, acts: ['like', 'unlike', 'hide', 'unhide'] };
  stage.script.act = async (_, act) => {
    asked.push(act);
    return { likes: act === 'like' ? 8 : 7 };
  };
  stage.script.look = async () => {
    if (seen === 'down') throw new ChannelError('channel.timeout', 'slow');
    return seen;
  };
});
afterEach(() => stage.close());

const fails = (unsent: boolean) => async (_: string, act: string) => {
  asked.push(act);
  throw new ChannelError('channel.timeout', 'slow', { unsent });
};
const like = (wanted = true) => likeComment(stage.house, stage.actor, stage.commentId, wanted);
const hide = () => moderateComment(stage.house, stage.actor, stage.commentId, { verdict: 'hide', reason: 'insult' });
const settle = () => settleComment(stage.house, stage.actor, stage.commentId);
const stored = async () => {
  const db = stage.house.database.reader;
  const [comment] = await db.select().from(db.tables.comments);
  return comment;
};

describe('liking', () => {
  test('shows our own like and the platform’s number, never one of ours', async () => {
    expect(await like()).toMatchObject({ liked: true, likes: 8, unsettledAct: null });
    expect(await stage.facts()).toContain('comment.acted');
    stage.script.act = async () => ({ likes: null });
    expect(await like(false)).toMatchObject({ liked: false, likes: 8 });
  });

  test('asks once for what is so already, and changes nothing about the promise', async () => {
    const before = await stage.thread();
    await like();
    await like();
    expect(asked).toEqual(['like']);
    expect(await stage.thread()).toMatchObject({ status: 'open', dueAt: before?.dueAt });
  });
});

describe('an outcome that nobody knows', () => {
  test('is nothing when it certainly did not reach the platform', async () => {
    stage.script.act = fails(true);
    await expect(like()).rejects.toMatchObject({ code: 'channel.timeout', status: 502 });
    expect(await stored()).toMatchObject({ liked: false, unsettledAct: null });
  });

  test('is looked up: done after all', async () => {
    stage.script.act = fails(false);
    seen = { visibility: 'hidden', liked: null, likes: 3 };
    expect(await hide()).toMatchObject({ comment: { visibility: 'hidden', likes: 3, unsettledAct: null } });
  });

  test('is looked up: not done, so it is a plain failure', async () => {
    stage.script.act = fails(false);
    seen = { visibility: 'public', liked: false, likes: 3 };
    await expect(hide()).rejects.toMatchObject({ code: 'channel.timeout' });
    expect(await stored()).toMatchObject({ visibility: 'public', unsettledAct: null });
  });

  test('stays marked when the look-up fails too, and is settled by looking again without asking twice', async () => {
    stage.script.act = fails(false);
    await expect(hide()).rejects.toMatchObject({ code: 'moderation.unconfirmed', status: 502 });
    expect(await stored()).toMatchObject({ visibility: 'public', unsettledAct: 'hide' });
    seen = { visibility: 'hidden', liked: null, likes: null };
    expect(await settle()).toMatchObject({ visibility: 'hidden', unsettledAct: null });
    expect(asked).toEqual(['hide']);
    expect(await settle()).toMatchObject({ visibility: 'hidden' });
  });

  test('is not forgotten over a like: it has to be settled first', async () => {
    stage.script.act = fails(false);
    await expect(hide()).rejects.toMatchObject({ code: 'moderation.unconfirmed' });
    await expect(like()).rejects.toMatchObject({ code: 'moderation.unconfirmed', status: 409 });
    expect(asked).toEqual(['hide']);
    expect(await stored()).toMatchObject({ liked: false, unsettledAct: 'hide' });
  });

  test('stays unknown when only the second try is certain to have done nothing', async () => {
    stage.script.act = fails(false);
    await expect(hide()).rejects.toMatchObject({ code: 'moderation.unconfirmed' });
    stage.script.act = fails(true);
    await expect(settle()).rejects.toMatchObject({ code: 'channel.timeout' });
    expect(await stored()).toMatchObject({ unsettledAct: 'hide' });
  });

  test('is asked again when it was not done', async () => {
    stage.script.act = fails(false);
    await expect(like()).rejects.toMatchObject({ code: 'moderation.unconfirmed' });
    stage.script.act = async () => ({ likes: 8 });
    seen = { visibility: 'public', liked: false, likes: 7 };
    expect(await settle()).toMatchObject({ liked: true, likes: 8, unsettledAct: null });
  });

  test('is over when the platform’s next reading shows it', async () => {
    stage.script.act = fails(false);
    await expect(hide()).rejects.toMatchObject({ code: 'moderation.unconfirmed' });
    const comment = {
      externalId: 'c1',
      parentExternalId: null,
      post: null,
      author: { externalId: 'Gast', name: 'Gast', handle: null, url: null, own: false },
      body: 'Das Frühstück war kalt.',
      postedAt: stage.house.clock.now(),
      visibility: 'hidden' as const,
      url: null,
      likes: null,
      version: null,
    };
    const channel = { id: stage.channelId, language: null };
    await receiveComments(stage.house, channel, [{ kind: 'comment', comment }], { history: false });
    expect(await stored()).toMatchObject({ visibility: 'hidden', unsettledAct: null });
  });

  test('a house that dies between asking and writing leaves the mark', async () => {
    stage.script.act = async () => {
      throw new Error('killed');
    };
    await expect(like()).rejects.toThrow('killed');
    expect(await stored()).toMatchObject({ unsettledAct: 'like' });
  });
});
