import { readReport } from '../reports/report.ts';
import { readHours } from '../wall/hours.ts';
import { readNumbers } from '../wall/numbers.ts';
import { readPersonFigures } from '../wall/person-figures.ts';
import { readSilence, readUsual } from '../wall/usual.ts';
import { readWall } from '../wall/wall.ts';
import { readWeather } from './read-weather.ts';

/** What is computed beside the requests (`house.aside.run`): functions of `Db` and plain data, of any room. */
export const calculations = {
  'radar.weather': readWeather,
  'report.read': readReport,
  'wall.hours': readHours,
  'wall.now': readWall,
  'wall.numbers': readNumbers,
  'wall.people': readPersonFigures,
  'wall.silence': readSilence,
  'wall.usual': readUsual,
};
export type Calculations = typeof calculations;
