import * as z from 'zod/mini';
import { Done, endpoint, Id, limited } from './endpoint.ts';

/** A named group of channels, such as all of one hotel. Its people are those who belong to these channels. */
export const Team = z.object({
  id: Id,
  name: z.string(),
  /** Those of its connected channels that the caller may see. */
  channelIds: z.array(Id),
});
export type Team = z.infer<typeof Team>;

export const longestTeamName = 80;
const TeamBody = z.strictObject({
  name: limited(longestTeamName),
  channelIds: z.array(Id).check(z.maxLength(500)),
});
export type TeamBody = z.infer<typeof TeamBody>;
const params = z.object({ teamId: Id });

export const listTeams = endpoint('GET /api/teams', {
  action: 'channel.read',
  summary: 'Teams of whose channels the person may see at least one; administrators see all.',
  result: z.object({ teams: z.array(Team) }),
});
export const addTeam = endpoint('POST /api/teams', {
  action: 'channel.manage',
  summary: 'A new team. A channel belongs to one team at most: those that are named leave theirs.',
  body: TeamBody,
  result: Team,
});
export const changeTeam = endpoint('PUT /api/teams/:teamId', {
  action: 'channel.manage',
  summary: 'Another name, other channels: those that are named belong to it from now on, and no others.',
  params,
  body: TeamBody,
  result: Team,
});
export const removeTeam = endpoint('DELETE /api/teams/:teamId', {
  action: 'channel.manage',
  summary: 'Dissolve a team; its channels stay. Refused with `team.in_report` while a report of it is sent by e-mail.',
  params,
  result: Done,
});
