// Once a year the holidays of one more year are known: calendars get a new version, and what runs keeps its own.
import { afterChange, writePromises } from '../sla/change.ts';
import { drawCalendar, YEARS_AHEAD } from '../sla/draw-calendar.ts';
import { loadPromises } from '../sla/promises.ts';
import { readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

export async function drawCalendars({ database, clock, newId }: Pick<House, 'database' | 'clock' | 'newId'>) {
  const now = clock.now();
  const { calendars } = await loadPromises(database.reader);
  const old = calendars.filter(
    ({ terms, knownUntil }) =>
      knownUntil < now.getUTCFullYear() + YEARS_AHEAD && (terms.region || terms.own.some((day) => day.yearly)),
  );
  const house = await readSetting(database.reader, 'house');
  for (const { id, terms } of old) {
    const drawn = await drawCalendar(terms, now, house?.locale ?? 'de');
    await database.transaction(async (tx) => {
      await tx.dialect.lock(tx, 'sla');
      const before = await loadPromises(tx);
      // Changed meanwhile: then it was drawn anew, too.
      if (before.calendars.find((calendar) => calendar.id === id)?.terms.region !== terms.region) return;
      const change = { does: 'change-calendar', calendarId: id, calendar: terms } as const;
      await writePromises(tx, before, afterChange(before, change, { drawn, newId, now }), now);
    });
  }
}
