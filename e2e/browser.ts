import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** A browser that talks to nobody but us: no updates, no background requests. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const places = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const systemBrowser = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
};

/** How to launch the browser that is there: STAMMGAST_CHROMIUM, Playwright's own, the system's; undefined when there is none. */
export function findBrowser(): LaunchOptions | undefined {
  const forced = process.env.STAMMGAST_CHROMIUM;
  if (forced) {
    if (!existsSync(forced)) throw new Error(`STAMMGAST_CHROMIUM=${forced} does not exist`);
    return { executablePath: forced, args: quiet };
  }
  if (existsSync(chromium.executablePath())) return { args: quiet };
  const system = systemBrowser();
  return system ? { executablePath: system, args: quiet } : undefined;
}

export function browserLaunch(): LaunchOptions {
  const found = findBrowser();
  if (found) return found;
  throw new Error(
    'No Chromium found. "npm run e2e" installs one where it may; or set STAMMGAST_CHROMIUM=/path/to/chromium.',
  );
}
