/** What the page shows; lists with a thread beside them first. */
const reviewViews = ['sample', 'disputed', 'done', 'quality', 'examples', 'calibration', 'mine', 'settings'] as const;
export type ReviewView = (typeof reviewViews)[number];

export interface ReviewSearch {
  readonly view?: ReviewView;
  readonly sample?: string;
}

const isView = (view: unknown): view is ReviewView => reviewViews.some((one) => one === view);

/** From the address; what makes no sense there is left out. */
export function readReviewSearch({ view, sample }: Record<string, unknown>): ReviewSearch {
  return {
    ...(isView(view) ? { view } : {}),
    ...(typeof sample === 'string' && sample !== '' ? { sample } : {}),
  };
}
