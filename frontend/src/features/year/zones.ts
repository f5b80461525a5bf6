import { recordKinds } from '$lib/i18n/record-kinds';
import { year as texts } from '$lib/i18n/year';

/** A zone of school holidays within a sentence: « zone A », « La Réunion ». */
export function zoneName(zone: string): string {
  const names: Record<string, string> = recordKinds().choices.schoolZones;
  return zone.length === 1 ? texts().zone(zone) : (names[zone] ?? zone);
}

/** All zones, to choose from. */
export function zones(): { value: string; label: string }[] {
  return Object.entries(recordKinds().choices.schoolZones)
    .filter(([value]) => value !== '')
    .map(([value, label]) => ({ value, label }));
}
