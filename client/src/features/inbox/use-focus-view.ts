import { useState } from 'react';
import { useKeys } from '../../keys/keys.tsx';

/** Shows nothing but the open thread, where list and person would stand beside it. */
export function useFocusView(wide: boolean, threadId: string | undefined) {
  const [wanted, setWanted] = useState(false);
  const possible = wide && threadId !== undefined;
  useKeys(possible ? { focusView: () => setWanted(!wanted) } : {});
  return { on: possible && wanted, leave: () => setWanted(false) };
}
