/** The views that every house has, in neutral text. The first is where everybody starts. */
export const defaultViews = {
  open: 'is:open',
  mine: 'is:open assignee:me',
  unassigned: 'is:open assignee:none',
  overdue: 'is:overdue',
  waiting: 'is:waiting',
  snoozed: 'is:snoozed',
  approval: 'is:approval',
  praise: 'is:open sentiment:positive',
  attention: 'is:attention',
  mentioned: 'is:mentioned',
  resolved: 'is:done',
  soon: 'is:soon',
  all: '',
} as const;
export type DefaultView = keyof typeof defaultViews;

/** Finished work needs no number, and what is due soon is a part of what is open. */
export const countedViews = [
  'open',
  'mine',
  'unassigned',
  'overdue',
  'waiting',
  'snoozed',
  'approval',
  'praise',
  'attention',
  'mentioned',
] as const satisfies readonly DefaultView[];
export type CountedView = (typeof countedViews)[number];
