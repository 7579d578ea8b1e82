import type { Dispatcher } from 'undici';
import { ChannelError } from './outgoing.ts';

/**
 * Asks at the last moment, when the connection stands and before the first byte is written. A process that was stopped
 * for a while goes on exactly where it was: what it may have been allowed to send then, it may not send now.
 */
export const onlyWhile =
  (maySend: () => boolean): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        if (maySend()) handler.onRequestStart?.(controller, context);
        else controller.abort(new ChannelError('channel.timeout', 'held up before it could be sent', { unsent: true }));
      },
      onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
      onResponseStart: (...given) => handler.onResponseStart?.(...given),
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (...given) => handler.onResponseError?.(...given),
    });
