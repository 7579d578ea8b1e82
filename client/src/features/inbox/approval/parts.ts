import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';

// Most answers wait for nobody: what is about approval comes when it is needed.
export const ApprovalPanel = lazyWithWords(() => import('./approval-panel.tsx').then((part) => part.ApprovalPanel));
export const ApprovalNeed = lazyWithWords(() => import('./approval-need.tsx').then((part) => part.ApprovalNeed));
export const ReplaceDialog = lazyWithWords(() => import('./replace-dialog.tsx').then((part) => part.ReplaceDialog));
export const GuestDialog = lazyWithWords(() => import('./guest-dialog.tsx').then((part) => part.GuestDialog));
