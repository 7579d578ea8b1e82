import type { Account } from '@stammgast/shared/contract/authors';
import type { ReactNode } from 'react';
import { PlatformIcon } from '../../../components/platform-icon.tsx';

interface AccountLineProps {
  readonly account: Account;
  readonly note?: string;
  readonly children?: ReactNode;
}

/** An account with its channel, and what can be done with it. */
export function AccountLine({ account: { author, channelName, platform }, note, children }: AccountLineProps) {
  return (
    <li>
      <PlatformIcon platform={platform} />
      <span>
        <span className="ellip">{author.handle ?? author.name}</span>
        <small className="meta ellip">
          {channelName}
          {note && ` · ${note}`}
        </small>
      </span>
      {children}
    </li>
  );
}
