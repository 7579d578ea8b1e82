import * as z from 'zod/mini';
import { endpoint, Id, Instant, limited } from './endpoint.ts';
import { WallScope } from './wall.ts';

/** Days back: what is older is nobody's performance any more. */
export const FIGURE_DAYS = 28;
/** In a smaller group everybody knows who is meant. */
export const SMALLEST_GROUP = 5;

/** How long people waited for first answers of one person; null with fewer than ten answers. */
const Figures = z.object({
  n: z.number(),
  medianMinutes: z.nullable(z.number()),
  p90Minutes: z.nullable(z.number()),
});

/** `off` is where every house starts. */
const Switch = z.object({
  on: z.boolean(),
  at: z.nullable(Instant),
  personName: z.nullable(z.string()),
  reason: z.string(),
});

export const figureDeeds = ['on', 'off', 'look'] as const;
export type FigureDeed = (typeof figureDeeds)[number];

export const Codetermination = z.object({
  perPerson: Switch,
  /** Newest first: who switched, and who looked. */
  log: z.array(
    z.object({ id: Id, at: Instant, personName: z.nullable(z.string()), deed: z.enum(figureDeeds), text: z.string() }),
  ),
});
export type Codetermination = z.infer<typeof Codetermination>;

export const getCodetermination = endpoint('GET /api/codetermination', {
  action: 'house.manage',
  summary: 'Whether figures per person may be seen, why, and who has looked at them.',
  result: Codetermination,
});
export const switchPersonFigures = endpoint('PUT /api/codetermination', {
  action: 'house.manage',
  summary: 'Switch figures per person on or off; the reason is recorded.',
  body: z.strictObject({ perPerson: z.boolean(), reason: limited(500) }),
  result: Codetermination,
});

export const PersonFigures = z.object({
  /** Fewer people than the smallest group have answered: nothing is told of any. */
  suppressed: z.boolean(),
  people: z.array(z.extend(Figures, { personId: Id, name: z.string() })),
});
export type PersonFigures = z.infer<typeof PersonFigures>;

export const lookAtPersonFigures = endpoint('POST /api/wall/people', {
  action: 'figures.people',
  summary: 'Look at first answers by person. Refused while switched off; each look is recorded.',
  body: z.strictObject(WallScope.shape),
  result: PersonFigures,
});

export const getOwnFigures = endpoint('GET /api/me/figures', {
  action: 'self',
  summary: 'The own first answers of the last four weeks, and whether leads may see them.',
  result: z.extend(Figures, { seenByLeads: z.boolean() }),
});
