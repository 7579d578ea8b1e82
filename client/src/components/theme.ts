import type { Me } from '@stammgast/shared/contract/session';

/** `system` leaves the choice to the browser. */
export function applyTheme(theme: Me['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
