import { readReport } from '../reports/report.ts';
import { readWall } from '../wall/wall.ts';

/** What is computed beside the requests (`house.aside.run`): functions of `Db` and plain data, of any room. */
export const calculations = {
  'report.read': readReport,
  'wall.read': readWall,
};
export type Calculations = typeof calculations;
