// Debian's Chromium, with everything off by which it would talk to the outside.

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** The two screens on which everything is looked at, and the narrowest one. */
export const PHONE = { width: 375, height: 740 };
export const DESK = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}
