import type { Channel } from '@stammgast/shared/contract/channels';
import type { ShapeName } from '../../icons/shapes.tsx';

interface Health {
  /** Word of the catalogue: `channels:state.<word>`. */
  readonly word: Channel['state'] | 'waiting';
  readonly shape: ShapeName;
  readonly tone: 'ok' | 'gap' | 'idle';
}

const looks = {
  new: ['soon', 'idle'],
  ok: ['done', 'ok'],
  failing: ['over', 'gap'],
  paused: ['pause', 'idle'],
} as const;

/** How a channel is doing. One that only receives is not late with fetching: it waits. */
export function healthOf(channel: Pick<Channel, 'state' | 'can'>): Health {
  const [shape, tone] = looks[channel.state];
  return { word: channel.state === 'new' && channel.can.push ? 'waiting' : channel.state, shape, tone };
}

/** Connected, and how many of them need a look. */
export function countStates(channels: readonly Pick<Channel, 'state'>[]) {
  const count = (state: Channel['state']) => channels.filter((channel) => channel.state === state).length;
  return { connected: channels.length, failing: count('failing'), paused: count('paused') };
}
