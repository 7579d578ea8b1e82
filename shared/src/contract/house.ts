import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { registers } from './team.ts';

const Manners = { register: z.enum(registers) };

export const changeHouse = endpoint('PATCH /api/house', {
  action: 'house.manage',
  summary: 'Change how German words of ours address who reads them. How answers do is set for each channel.',
  body: z.strictObject(Manners),
  result: z.object(Manners),
});
