import type { NotifySettings } from '@stammgast/shared/contract/notifications';
import {
  listOfEvent,
  type NotifyEvent,
  type NotifyWay,
  notifyEvents,
  notifyWays,
  wants,
} from '@stammgast/shared/domain/notify/events';
import { useTranslation } from 'react-i18next';

interface WayTableProps {
  readonly notify: NotifySettings;
  readonly onChange: (ways: NonNullable<NotifySettings['ways']>) => void;
}

/** A tick for each event and way; the digest can only hold what has a list. */
export function WayTable({ notify, onChange }: WayTableProps) {
  const { t } = useTranslation('notify');
  const set = (event: NotifyEvent, way: NotifyWay, on: boolean) =>
    onChange({ ...notify.ways, [event]: { ...notify.ways?.[event], [way]: on } });
  return (
    <table className="table ways">
      <caption className="sr">{t('ways.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ways.event')}</th>
          {notifyWays.map((way) => (
            <th key={way} scope="col">
              {t(`ways.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notifyEvents.map((event) => (
          <tr key={event}>
            <th scope="row">{t(`events.${event}`)}</th>
            {notifyWays.map((way) => (
              <td key={way}>
                {way === 'digest' && !listOfEvent[event] ? (
                  <span className="muted">
                    <span aria-hidden="true">–</span>
                    <span className="sr">{t('ways.never')}</span>
                  </span>
                ) : (
                  <label className="tick">
                    <input
                      type="checkbox"
                      checked={wants(notify, event, way)}
                      aria-label={`${t(`events.${event}`)}: ${t(`ways.${way}`)}`}
                      onChange={({ target }) => set(event, way, target.checked)}
                    />
                  </label>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
