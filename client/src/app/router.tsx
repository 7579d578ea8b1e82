import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readAuditSearch } from '../features/audit/audit-search.ts';
import { readQueueSearch } from '../features/inbox/queue-search.ts';
import { readReportSearch } from '../features/reports/report-search.ts';
import { readReviewSearch } from '../features/review/review-search.ts';
import { readWallSearch } from '../features/wall/wall-search.ts';
import { loadPageWords } from '../i18n/setup.ts';
import { enterHouse } from './enter-house.ts';
import { Crash, NotFound } from './fallbacks.tsx';
import { HouseFrame } from './house-frame.tsx';
import { parseSearch, safeNext, stringifySearch } from './search.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crash });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    search.next ? { next: safeNext(search.next) } : {},
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } =>
    typeof search.token === 'string' ? { token: search.token } : {},
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/set-up/set-up-page.tsx'), 'SetUpPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/sign-in/invitation-page.tsx'), 'InvitationPage'),
});

const guest = createRoute({
  getParentRoute: () => root,
  path: '/guest/$token',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/guest/guest-page.tsx'), 'GuestPage'),
});

const house = createRoute({ getParentRoute: () => root, id: 'house', beforeLoad: enterHouse, component: HouseFrame });
const start = createRoute({
  getParentRoute: () => house,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true });
  },
});
const inbox = createRoute({
  getParentRoute: () => house,
  path: '/inbox',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
});
const inboxThread = createRoute({ getParentRoute: () => inbox, path: '$threadId' });
const wall = createRoute({
  getParentRoute: () => house,
  path: '/wall',
  validateSearch: readWallSearch,
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/wall/wall-page.tsx'), 'WallPage'),
});
const review = createRoute({
  getParentRoute: () => house,
  path: '/review',
  validateSearch: readReviewSearch,
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/review/review-page.tsx'), 'ReviewPage'),
});
const reports = createRoute({
  getParentRoute: () => house,
  path: '/reports',
  validateSearch: readReportSearch,
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/reports/reports-page.tsx'), 'ReportsPage'),
});
const radar = createRoute({
  getParentRoute: () => house,
  path: '/radar',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/radar/radar-page.tsx'), 'RadarPage'),
});
const incident = createRoute({
  getParentRoute: () => house,
  path: '/radar/$incident',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/radar/incident-page.tsx'), 'IncidentPage'),
});
const channels = createRoute({
  getParentRoute: () => house,
  path: '/channels',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/channels/channels-page.tsx'), 'ChannelsPage'),
});
const team = createRoute({
  getParentRoute: () => house,
  path: '/team',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/team/team-page.tsx'), 'TeamPage'),
});
const profile = createRoute({
  getParentRoute: () => house,
  path: '/profile',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/profile/profile-page.tsx'), 'ProfilePage'),
});
const snippets = createRoute({
  getParentRoute: () => house,
  path: '/snippets',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/snippets/snippets-page.tsx'), 'SnippetsPage'),
});
const deadlines = createRoute({
  getParentRoute: () => house,
  path: '/deadlines',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/deadlines/deadlines-page.tsx'), 'DeadlinesPage'),
});
const bell = createRoute({
  getParentRoute: () => house,
  path: '/notifications',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/bell/bell-page.tsx'), 'BellPage'),
});
const codetermination = createRoute({
  getParentRoute: () => house,
  path: '/codetermination',
  loader: loadPageWords,
  component: lazyRouteComponent(
    () => import('../features/codetermination/codetermination-page.tsx'),
    'CodeterminationPage',
  ),
});
const mail = createRoute({
  getParentRoute: () => house,
  path: '/mail',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/mail/mail-page.tsx'), 'MailPage'),
});
const audit = createRoute({
  getParentRoute: () => house,
  path: '/audit',
  validateSearch: readAuditSearch,
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
});
const apiDocs = createRoute({
  getParentRoute: () => house,
  path: '/api-docs',
  loader: loadPageWords,
  component: lazyRouteComponent(() => import('../features/api-docs/api-docs-page.tsx'), 'ApiDocsPage'),
});

const routeTree = root.addChildren([
  signIn,
  setUp,
  invitation,
  guest,
  house.addChildren([
    start,
    inbox.addChildren([inboxThread]),
    wall,
    review,
    reports,
    radar,
    incident,
    channels,
    team,
    profile,
    snippets,
    deadlines,
    bell,
    codetermination,
    mail,
    audit,
    apiDocs,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: Crash,
  defaultPendingMs: 300,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
