import type { Platform } from '@stammgast/shared/contract/channels';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeyTag } from '../../components/key-tag.tsx';
import { PlatformIcon } from '../../components/platform-icon.tsx';

interface GuestHeadProps {
  readonly guestName: string;
  readonly platform: Platform;
  readonly threadId: string;
  readonly number: number;
}

/** Whose comment it was and where, with the way to the thread. */
export function GuestHead({ guestName, platform, threadId, number }: GuestHeadProps) {
  const { t } = useTranslation('review');
  return (
    <h2 className="label">
      <span>
        {guestName} <PlatformIcon platform={platform} />
      </span>
      <Link to="/inbox/$threadId" params={{ threadId }} search={{}} title={t('case.open')}>
        <KeyTag>{number}</KeyTag>
      </Link>
    </h2>
  );
}
