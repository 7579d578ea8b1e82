/** With fewer nobody should read a percentage, or the time of a share. */
export const FEWEST = 10;
