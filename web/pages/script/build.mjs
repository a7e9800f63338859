// Makes made/ballot.js, byte for byte the same each time; the program takes it in when it is built.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const licences = ['curves', 'hashes'].map((name) => here(`node_modules/@noble/${name}/LICENSE`));

export async function bundle() {
  const made = await build({
    absWorkingDir: here('.'),
    bundle: true,
    charset: 'ascii',
    entryPoints: ['ballot.js'],
    format: 'iife',
    legalComments: 'none',
    minify: true,
    target: 'es2017',
    write: false,
  });
  const [own, ...others] = await Promise.all(licences.map((path) => readFile(path, 'utf8')));
  const same = others.every((text) => text.replace(/\d{4}/g, '') === own.replace(/\d{4}/g, ''));
  const texts = (same ? [own] : [own, ...others]).join('\n').trim();
  return `/* Made from web/pages/script by build.mjs. It contains @noble/curves and @noble/hashes:\n\n${texts}\n*/\n${made.outputFiles[0].text}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = here('made/ballot.js');
  const text = await bundle();
  // A file that stays as it is builds nothing again.
  if ((await readFile(target, 'utf8').catch(() => '')) !== text) await writeFile(target, text);
}
