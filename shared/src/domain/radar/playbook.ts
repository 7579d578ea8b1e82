/** What helps in a storm, in the order in which it is done; the words are in the client's catalogues. */
export const playbookSteps = [
  'calm',
  'facts',
  'voice',
  'explain',
  'no-gifts',
  'differ',
  'keep',
  'status',
  'decide',
] as const;
export type PlaybookStep = (typeof playbookSteps)[number];

/** What people make of an incident afterwards: a real one, or nothing. */
export const verdicts = ['confirmed', 'false-alarm'] as const;
export type Verdict = (typeof verdicts)[number];
