import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import type { House } from '../flows/house.ts';
import type { Metrics } from '../http/metrics.ts';
import { registerApprovalRoutes } from './approvals.ts';
import { registerAuditRoutes } from './audit.ts';
import { registerAuthorRoutes } from './authors.ts';
import { registerChannelRoutes } from './channels.ts';
import { registerCommentRoutes } from './comments.ts';
import { registerDemoRoutes } from './demo.ts';
import { registerDeviceRoutes } from './devices.ts';
import { registerDraftRoutes } from './drafts.ts';
import { registerGuestRoutes } from './guests.ts';
import { registerHouseRoutes } from './house.ts';
import { registerHouseStateRoutes } from './house-state.ts';
import { registerIntegrationRoutes } from './integration.ts';
import { registerLiveRoutes } from './live.ts';
import { registerMailRoutes } from './mail.ts';
import { registerNotificationRoutes } from './notifications.ts';
import { registerOpenApiRoute } from './openapi.ts';
import { registerOperationRoutes } from './operations.ts';
import { registerPromiseRoutes } from './promises.ts';
import { registerRadarRoutes } from './radar.ts';
import { registerReplyRoutes } from './replies.ts';
import { registerReportRoutes } from './reports.ts';
import { registerReviewRoutes } from './review.ts';
import { registerSessionRoutes } from './session.ts';
import { registerSlaRoutes } from './sla.ts';
import { registerSnippetRoutes } from './snippets.ts';
import { registerTeamRoutes } from './team.ts';
import { registerTeamsRoutes } from './teams.ts';
import { registerThreadRoutes } from './threads.ts';
import { registerViewRoutes } from './views.ts';
import { registerWallRoutes } from './wall.ts';
import { registerWorkRoutes } from './work.ts';

export interface Doors {
  readonly config: Config;
  readonly metrics: Metrics;
  readonly onDemoRemoved: () => Promise<void>;
}

/** Every door of the house; the matrix test walks through all of them. */
export function registerAllRoutes(app: FastifyInstance, house: House, { config, metrics, onDemoRemoved }: Doors): void {
  registerSessionRoutes(app, house, config);
  registerTeamRoutes(app, house, config);
  registerThreadRoutes(app, house);
  registerWorkRoutes(app, house);
  registerCommentRoutes(app, house);
  registerViewRoutes(app, house);
  registerAuthorRoutes(app, house);
  registerReplyRoutes(app, house);
  registerDraftRoutes(app, house);
  registerPromiseRoutes(app, house);
  registerSnippetRoutes(app, house);
  registerApprovalRoutes(app, house);
  registerGuestRoutes(app, house, config);
  registerChannelRoutes(app, house);
  registerTeamsRoutes(app, house);
  registerIntegrationRoutes(app, house);
  registerSlaRoutes(app, house);
  registerReportRoutes(app, house);
  registerAuditRoutes(app, house);
  registerHouseRoutes(app, house);
  registerHouseStateRoutes(app, house);
  registerRadarRoutes(app, house);
  registerWallRoutes(app, house);
  registerReviewRoutes(app, house);
  registerLiveRoutes(app, house);
  registerMailRoutes(app, house, config);
  registerNotificationRoutes(app, house);
  registerDeviceRoutes(app, house);
  registerDemoRoutes(app, house, onDemoRemoved);
  registerOpenApiRoute(app);
  registerOperationRoutes(app, house, metrics);
}
