/** The knitted cloth of the sign-in page: one diamond per modality, with one bright stitch at its heart. */
export interface Stitch {
  x: number;
  y: number;
  /** Name of the design token that colours the stitch. */
  colour: string;
}

const stitchWidth = 44;
const stitchHeight = 30;
const motif = 8;
const middle = 3;
const modalities = ['mo', 'aj', 'he', 'af', 'ue', 'as', 'ar'];

/** Every stitch of a cloth, row by row, so that each row lies over the one above it. */
export function knit(rows: number, columns: number): Stitch[] {
  return Array.from({ length: rows * columns }, (_none, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    return { x: column * stitchWidth, y: row * stitchHeight + 10, colour: colourOf(row, column) };
  });
}

function colourOf(row: number, column: number): string {
  const modality = modalities[Math.floor(row / motif) % modalities.length] ?? 'mo';
  const fromHeart = { across: Math.abs((column % motif) - motif / 2), down: Math.abs((row % motif) - middle) };
  if (fromHeart.across === 0 && fromHeart.down === 0) return `${modality}-edge`;
  const onDiamond = row % motif < motif - 1 && fromHeart.across === fromHeart.down;
  return onDiamond ? modality : 'sunken';
}
