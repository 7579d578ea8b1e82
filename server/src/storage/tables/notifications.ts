import type { NotifyEvent } from '@stammgast/shared/domain/notify/events';
import type { Columns } from '../columns.postgres.ts';
import type { definePeople } from './people.ts';

/** What people were told: in the bell, and on their devices. */
export function defineNotifications(c: Columns, { sessions }: Pick<ReturnType<typeof definePeople>, 'sessions'>) {
  const notifications = c.table(
    'notifications',
    {
      id: c.id(),
      personId: c.text().notNull(),
      event: c.text().$type<NotifyEvent>().notNull(),
      /** Of the first of its items; whatever comes within the minute joins it. */
      at: c.instant().notNull(),
      readAt: c.instant(),
      /** Not for those who only want it on their devices. */
      inBell: c.boolean().notNull(),
      /** May it appear on devices, and how loud: the level of the radar, or 0. Null: in the bell only. */
      urgency: c.integer(),
    },
    (t) => [
      c.index('notifications_person_at').on(t.personId, t.at, t.id),
      c.index('notifications_person_read').on(t.personId, t.readAt),
      c.index('notifications_at').on(t.at),
    ],
  );

  const notificationItems = c.table(
    'notification_items',
    {
      id: c.id(),
      notificationId: c
        .text()
        .notNull()
        .references(() => notifications.id, { onDelete: 'cascade' }),
      channelId: c.text().notNull(),
      threadId: c.text(),
      /** Who has done it; null: the house, or somebody outside. */
      byId: c.text(),
      /** The answer it is about, where that says more. */
      replyId: c.text(),
      /** The storm it is about, by its number. */
      incident: c.integer(),
      at: c.instant().notNull(),
      /** Grows with every telling, whichever node's clock said when. 0: from before it was counted. */
      told: c.bigint().notNull().default(0),
    },
    (t) => [c.index('notification_items_of').on(t.notificationId)],
  );

  /** Browsers that have asked for desktop notifications; they go with the session in which they did. */
  const pushDevices = c.table(
    'push_devices',
    {
      id: c.id(),
      personId: c.text().notNull(),
      sessionId: c
        .text()
        .notNull()
        .references(() => sessions.id, { onDelete: 'cascade' }),
      /** SHA-256 of the address, to know it again. */
      endpointHash: c.text().notNull(),
      /** Address and keys, by the vault: whoever has them can write to the device. */
      sealed: c.text().notNull(),
      label: c.text().notNull(),
      createdAt: c.instant().notNull(),
      /** Up to which telling it has been pushed everything that it gets. */
      told: c.bigint().notNull().default(0),
      /** When something was last sent to it. */
      pushedAt: c.instant(),
      /** Its push service wants to be left alone until then. */
      restsUntil: c.instant(),
    },
    (t) => [
      c.uniqueIndex('push_devices_endpoint').on(t.endpointHash),
      c.index('push_devices_person').on(t.personId),
      c.index('push_devices_session').on(t.sessionId),
    ],
  );
  return { notifications, notificationItems, pushDevices };
}
