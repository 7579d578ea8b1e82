import { spawnSync } from 'node:child_process';

/** The PHP that runs the blog of the journeys; STAMMGAST_PHP names another one than the first in PATH. */
export const php = process.env.STAMMGAST_PHP ?? 'php';

const needed = ['pdo_sqlite', 'mbstring', 'xml', 'Phar'];

/** Why no WordPress can run here, or undefined when all is there. The test run says so itself when it could not prepare one. */
export function wordPressMissing(): string | undefined {
  if (process.env.STAMMGAST_WORDPRESS_MISSING) return process.env.STAMMGAST_WORDPRESS_MISSING;
  const answer = spawnSync(php, ['-r', 'echo implode(",", get_loaded_extensions());'], { encoding: 'utf8' });
  if (answer.error || answer.status !== 0) return 'no PHP found';
  const loaded = answer.stdout.split(',');
  const missing = needed.filter((name) => !loaded.includes(name));
  return missing.length > 0 ? `PHP lacks ${missing.join(', ')}` : undefined;
}
