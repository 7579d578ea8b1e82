// A Chromium for the journeys: what is there, else Playwright's download, else Debian's package.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { root, say } from './runtime.mjs';

const download = () => {
  say('no Chromium found, trying to download one ...');
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  // Where the download host is out of reach this fails within seconds; what it prints then would only look like an error of ours.
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
};

/** Returns undefined when a browser is there, otherwise the reason why there is none. */
export const provisionBrowser = async () => {
  const { findBrowser } = await import('../e2e/browser.ts');
  if (findBrowser()) return undefined;
  if (process.env.STAMMGAST_BROWSER_INSTALL === '0')
    return 'no Chromium, and STAMMGAST_BROWSER_INSTALL=0 forbids installing one';
  download();
  if (!findBrowser()) aptInstall(['chromium', 'fonts-liberation']);
  return findBrowser() ? undefined : 'no Chromium found and none could be installed';
};
