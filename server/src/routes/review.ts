import * as feedback from '@stammgast/shared/contract/feedback';
import * as review from '@stammgast/shared/contract/review';
import * as reviewers from '@stammgast/shared/contract/reviewers';
import type { FastifyInstance } from 'fastify';
import { closeCalibration, listCalibrations, openCalibration } from '../flows/calibrate-reviewers.ts';
import { decideDispute, disputeReview } from '../flows/dispute-review.ts';
import type { House } from '../flows/house.ts';
import { listMyReviews, readReviewFigures } from '../flows/read-quality.ts';
import { listSamples, readReviewState } from '../flows/read-review.ts';
import { readReviewCase } from '../flows/read-review-case.ts';
import { changeReviewSettings } from '../flows/review-settings.ts';
import { saveReview } from '../flows/review-thread.ts';
import { answerExample, listExamples } from '../flows/show-examples.ts';
import { actorOf, mount } from '../http/mount.ts';

export function registerReviewRoutes(app: FastifyInstance, house: House): void {
  mount(app, reviewers.getReviewState, ({ request }) => readReviewState(house, actorOf(request)));
  mount(app, reviewers.changeReviewSettings, ({ body, request }) =>
    changeReviewSettings(house, actorOf(request), body),
  );
  mount(app, review.listSamples, ({ query, request }) => listSamples(house, actorOf(request), query));
  mount(app, review.getReviewCase, ({ params, request }) => readReviewCase(house, actorOf(request), params.sampleId));
  mount(app, review.saveReview, ({ params, body, request }) =>
    saveReview(house, actorOf(request), params.sampleId, body),
  );
  mount(app, review.disputeReview, ({ params, body, request }) =>
    disputeReview(house, actorOf(request), params.reviewId, body.comment),
  );
  mount(app, review.decideDispute, ({ params, body, request }) =>
    decideDispute(house, actorOf(request), params.reviewId, body),
  );
  mount(app, feedback.listMyReviews, ({ query, request }) => listMyReviews(house, actorOf(request), query));
  mount(app, feedback.answerExample, async ({ params, body, request }) => {
    await answerExample(house, actorOf(request), params.exampleId, body.consent);
    return { done: true as const };
  });
  mount(app, feedback.listExamples, ({ query, request }) => listExamples(house, actorOf(request), query));
  mount(app, feedback.getReviewFigures, ({ query, request }) => readReviewFigures(house, actorOf(request), query.days));
  mount(app, reviewers.listCalibrations, ({ request }) => listCalibrations(house, actorOf(request)));
  mount(app, reviewers.openCalibration, ({ body, request }) =>
    openCalibration(house, actorOf(request), body.channelId),
  );
  mount(app, reviewers.closeCalibration, ({ params, request }) =>
    closeCalibration(house, actorOf(request), params.calibrationId),
  );
}
