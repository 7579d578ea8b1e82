import type { LengthRange } from './items.ts';

/**
 * Characters that read well on a platform, as starting values: below, an answer can hardly name the concern; above, it
 * becomes a public debate, which lowers how others see the company (Golmohammadi et al. 2021, J. Marketing 85). They are
 * our own choice within each platform's limit, not measured; a team may set its own.
 */
const ranges: Readonly<Record<string, LengthRange>> = {
  x: { from: 40, to: 280 },
  bluesky: { from: 40, to: 300 },
  mastodon: { from: 40, to: 500 },
  instagram: { from: 40, to: 600 },
  facebook: { from: 40, to: 900 },
  google: { from: 60, to: 1_000 },
  linkedin: { from: 60, to: 1_000 },
  xing: { from: 60, to: 1_000 },
  wordpress: { from: 60, to: 1_500 },
  feed: { from: 60, to: 1_500 },
  api: { from: 60, to: 1_500 },
  forum: { from: 40, to: 2_000 },
};
const otherwise: LengthRange = { from: 60, to: 1_500 };

/** The range of one of the contract's platforms; that of a blog for any other. */
export const usualLength = (platform: string): LengthRange =>
  Object.hasOwn(ranges, platform) ? (ranges[platform] ?? otherwise) : otherwise;
