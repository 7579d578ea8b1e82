/** Where the truth lies in 95 of 100 such cases. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The standard normal value that 2.5 % lie above. */
export const Z95 = 1.959963984540054;
