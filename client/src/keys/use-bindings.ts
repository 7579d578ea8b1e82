import { type Binding, effectiveBindings } from '@stammgast/shared/domain/key-map';
import { useMemo } from 'react';
import { usePreferences } from '../api/me.ts';

/** All commands with the keys that they have for the signed-in person; without one, those of the table. */
export function useBindings(): readonly Binding[] {
  const { keyMap, keysOff } = usePreferences();
  return useMemo(() => effectiveBindings({ keyMap, keysOff }), [keyMap, keysOff]);
}
