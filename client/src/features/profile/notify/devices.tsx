import { type Device, listDevices, removeDevice, testDevice } from '@stammgast/shared/contract/devices';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/me.ts';
import { canPush, NoPushService, PushDenied, pushHere, stopPushHere } from '../../../api/push.ts';
import { Ago } from '../../../components/ago.tsx';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';

const devicesKey = ['devices'] as const;

/** Browsers that show desktop notifications. Nothing is asked of the browser before somebody clicks. */
export function Devices() {
  const { t } = useTranslation('notify');
  const client = useQueryClient();
  const me = useMe();
  const problemText = useProblemText('profile');
  const known = useQuery({ queryKey: devicesKey, queryFn: ({ signal }) => call(listDevices, { signal }) });
  const again = () => client.invalidateQueries({ queryKey: devicesKey });
  const adding = useMutation({ mutationFn: (publicKey: string) => pushHere(publicKey, me.id), onSettled: again });
  const devices = known.data?.devices ?? [];
  const words = (error: unknown) => {
    if (error instanceof PushDenied) return t('devices.denied');
    return error instanceof NoPushService ? t('devices.noService') : problemText(error);
  };
  return (
    <fieldset className="group">
      <legend>{t('devices.title')}</legend>
      <p className="hint">{t('devices.hint')}</p>
      {adding.isError && <Notice kind="error">{words(adding.error)}</Notice>}
      {known.isError && <Notice kind="error">{problemText(known.error)}</Notice>}
      {devices.length > 0 && (
        <ul className="devices">
          {devices.map((device) => (
            <DeviceLine key={device.id} device={device} onChange={again} />
          ))}
        </ul>
      )}
      {!canPush() && <p className="hint">{t('devices.unable')}</p>}
      {canPush() && known.data && !devices.some((device) => device.here) && (
        <p>
          <Button icon="bell" busy={adding.isPending} onClick={() => adding.mutate(known.data.publicKey)}>
            {t('devices.add')}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

function DeviceLine({ device, onChange }: { device: Device; onChange: () => void }) {
  const { t } = useTranslation('notify');
  const problemText = useProblemText('profile');
  const params = { deviceId: device.id };
  const removing = useMutation({
    mutationFn: async () => {
      await call(removeDevice, { params });
      if (device.here) await stopPushHere();
    },
    onSettled: onChange,
  });
  const testing = useMutation({ mutationFn: () => call(testDevice, { params }), onError: onChange });
  const error = testing.error ?? removing.error;
  return (
    <li>
      <span className="device">
        <b>{device.here ? t('devices.here', { label: device.label }) : device.label}</b>
        <Ago className="meta" at={device.createdAt} />
      </span>
      <Button size="sm" busy={testing.isPending} onClick={() => testing.mutate()}>
        {t('devices.test')}
      </Button>
      <Button size="sm" kind="quiet" busy={removing.isPending} onClick={() => removing.mutate()}>
        {t('devices.remove')}
      </Button>
      {testing.isSuccess && <Notice kind="ok">{t('devices.tested')}</Notice>}
      {error && <Notice kind="error">{problemText(error)}</Notice>}
    </li>
  );
}
