import type { Plugin } from 'vite';

const ICON = /@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/;

interface IconData {
  size: number;
  node: [tag: string, attributes: Record<string, string>][];
}

/**
 * Compiles an icon of Lucide to the picture it is. As the package delivers them, each is put together in the browser from a list, attribute
 * by attribute, which took the first picture of the rota a tenth of its time. An icon stands beside its text, so that nobody hears of it.
 */
export function staticIcons(): Plugin {
  return {
    name: 'maillage-static-icons',
    enforce: 'pre',
    transform(code, id) {
      return ICON.test(id) ? drawn(code, id) : null;
    },
  };
}

function drawn(code: string, id: string): string {
  const data = /const iconData = (\{.*\});/.exec(code)?.[1];
  if (data === undefined) throw new Error(`${id} has no "const iconData": read how this version of @lucide/svelte writes its icons`);
  const { size, node } = JSON.parse(data) as IconData;
  const parts = node.map(([tag, attributes]) => `<${tag} ${written(attributes)} />`).join('');
  const frame = written({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${size} ${size}`,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  });
  return `<script>let { size = ${size} } = $props();</script><svg ${frame} width={size} height={size}>${parts}</svg>`;
}

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}
