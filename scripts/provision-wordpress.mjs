// PHP and a prepared WordPress for the journeys on a real blog.
import { aptInstall } from './apt.mjs';
import { say } from './runtime.mjs';

/** Returns undefined when a WordPress can be started, otherwise the reason why not. */
export const provisionWordPress = async () => {
  const { wordPressMissing } = await import('../e2e/wordpress/php.ts');
  if (wordPressMissing()) aptInstall(['php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml']);
  const missing = wordPressMissing();
  if (missing) return missing;
  const { prepareSite } = await import('../e2e/wordpress/site.ts');
  try {
    await prepareSite((text) => say(text));
    return undefined;
  } catch (error) {
    return `WordPress could not be prepared: ${error.message}`;
  }
};
