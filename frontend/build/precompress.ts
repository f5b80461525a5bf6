import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:js|css|html|svg|json|txt)$/;
/** Below this many bytes a compressed copy saves nothing on the wire. */
const smallest = 1024;

/** Writes a .gz and a .br beside every text file of the build, so that the server never compresses while it answers. */
export function precompress(directory: string): Plugin {
  return {
    name: 'maillage-precompress',
    apply: 'build',
    async closeBundle() {
      for (const name of await readdir(directory, { recursive: true })) {
        if (!compressible.test(name)) continue;
        const path = join(directory, name);
        const content = await readFile(path);
        if (content.length < smallest) continue;
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
        await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality));
      }
    },
  };
}
