/** Why a resolved thread is looked at a second time; all but `random` always lead to it. */
export const sampleReasons = ['breached', 'warning', 'reopened', 'hidden', 'random'] as const;
export type SampleReason = (typeof sampleReasons)[number];
