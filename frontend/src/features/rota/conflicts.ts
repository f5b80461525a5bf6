import type { Breach, Occurrence, Reference, Rota } from '$api/wire';
import { instantLong } from '$lib/datetime';
import { rota as texts } from '$lib/i18n/rota';
import { refKey } from './words';

/** The rules an occurrence breaks. */
export function breachesOf(rota: Rota, occurrence: Occurrence): Breach[] {
  return rota.breaches.filter(
    (breach) =>
      breach.activity !== undefined && refKey({ activity: breach.activity, occurrence: breach.occurrence }) === refKey(occurrence),
  );
}

/** Who kept which of its conflicts on purpose, or signed for it, when and why; what one person kept at once is said once. */
export function keptWords(rota: Rota, occurrence: Occurrence, zone: string): string[] {
  const breaches = breachesOf(rota, occurrence);
  const about = (one: Reference) =>
    breaches.some(({ blocking }) => refKey(one) === refKey(occurrence) || (blocking !== undefined && refKey(one) === refKey(blocking)));
  return [...new Set(rota.kept.filter(about).map((one) => keptSentence(one, zone)))];
}

function keptSentence({ by, at, reason, signed_by, signed_at }: Rota['kept'][number], zone: string): string {
  const words = texts().panel;
  return signed_at ? words.signed(signed_by, instantLong(signed_at, zone), reason) : words.kept(by, instantLong(at, zone), reason);
}
