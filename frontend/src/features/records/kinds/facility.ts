import Settings from '@lucide/svelte/icons/settings';
import { recordKinds } from '$lib/i18n/record-kinds';
import type { KindSpec } from '$lib/records/model';
import { choices } from './parts';

const hints = () => recordKinds().hints;

/** The house itself: its settings. */
export const facility: KindSpec = {
  kind: 'facility',
  path: '/maison/reglages',
  icon: Settings,
  alone: true,
  names: [],
  columns: () => [],
  sections: [
    { key: 'identity', fields: [{ key: 'name', entry: { type: 'text' }, width: 'whole', required: true }] },
    {
      key: 'calendar',
      fields: [
        { key: 'school_zone', entry: { type: 'choice', options: choices((texts) => texts.schoolZones) } },
        { key: 'department', entry: { type: 'text', capitals: true }, hint: () => hints().department, required: true },
        { key: 'time_zone', entry: { type: 'text' }, required: true },
        { key: 'weeks_ahead', entry: { type: 'whole' }, hint: () => hints().weeksAhead, required: true },
      ],
    },
    {
      key: 'travel',
      fields: [
        { key: 'road_percent', entry: { type: 'whole' }, hint: () => hints().roadPercent, required: true },
        { key: 'osrm_url', entry: { type: 'text' }, hint: () => hints().osrm },
      ],
    },
    {
      key: 'agreements',
      fields: [{ key: 'agreements', entry: { type: 'choices', options: choices((texts) => texts.agreements) }, width: 'whole' }],
    },
  ],
  blank: () => ({
    name: '',
    school_zone: '',
    department: '',
    time_zone: '',
    weeks_ahead: null,
    road_percent: null,
    osrm_url: '',
    agreements: [],
  }),
};
