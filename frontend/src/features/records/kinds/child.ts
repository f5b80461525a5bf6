import Users from '@lucide/svelte/icons/users';
import type { KeptRecord } from '$api/records';
import { recordKinds } from '$lib/i18n/record-kinds';
import { records as words } from '$lib/i18n/records';
import { labelOf } from '$lib/records/fields';
import type { KindSpec } from '$lib/records/model';
import type { Period } from '$lib/records/shapes';
import { today } from '$lib/session.svelte';
import { choices, column, nameColumn } from './parts';

/** The modalities a child is accompanied in on a day. */
export function modalitiesOn(record: KeptRecord, date: string): Period[] {
  return ((record['periods'] as Period[] | null) ?? []).filter(
    ({ from_date, to_date }) => from_date <= date && (to_date === null || date <= to_date),
  );
}

const codes = (record: KeptRecord) => [...new Set(modalitiesOn(record, today()).map(({ modality_code }) => modality_code))];

/** How old a child is in the year of a date, from the year of birth alone. */
export function ageOf(record: KeptRecord, date: string): number | null {
  const born = Number(record['birth_year']);
  return born > 0 ? Number(date.slice(0, 4)) - born : null;
}

export const child: KindSpec = {
  kind: 'child',
  path: '/enfants',
  icon: Users,
  names: ['child', 'place', 'professional', 'modality', 'partner'],
  columns: (book) => [
    nameColumn('child'),
    {
      key: 'modalities',
      label: recordKinds().columns.modalities,
      text: (record) => codes(record).map(book.modality).join(', '),
      codes,
      filter: (record) => codes(record).map(book.modality),
      onCard: true,
    },
    {
      key: 'age',
      label: recordKinds().columns.age,
      text: (record) => (ageOf(record, today()) === null ? '' : words().child.age(ageOf(record, today())!)),
      order: (record) => ageOf(record, today()),
      numeric: true,
      minor: true,
    },
    {
      key: 'school_place_id',
      label: labelOf('child', 'school_place_id'),
      text: (record) => book.name('place', record['school_place_id'] as string | null),
      filter: true,
      onCard: true,
    },
    column('child', 'sector', { type: 'text' }, book, { filter: true, text: (record) => String(record['sector'] ?? '') }),
    {
      key: 'key_worker_id',
      label: labelOf('child', 'key_worker_id'),
      text: (record) => book.name('professional', record['key_worker_id'] as string | null),
      filter: true,
    },
    {
      key: 'case_coordinator_id',
      label: labelOf('child', 'case_coordinator_id'),
      text: (record) => book.name('professional', record['case_coordinator_id'] as string | null),
      minor: true,
    },
    {
      key: 'transport_partner_id',
      label: labelOf('child', 'transport_partner_id'),
      text: (record) => book.name('partner', record['transport_partner_id'] as string | null),
      filter: true,
      minor: true,
    },
    {
      key: 'internal_number',
      label: labelOf('child', 'internal_number'),
      text: (record) => String(record['internal_number'] ?? ''),
      minor: true,
    },
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'first_name', entry: { type: 'text' }, required: true },
        { key: 'last_name', entry: { type: 'text' }, required: true },
        { key: 'birth_year', entry: { type: 'whole' }, required: true, hint: () => recordKinds().hints.birthYear },
        { key: 'internal_number', entry: { type: 'text' }, hint: () => recordKinds().hints.internalNumber },
      ],
    },
    { key: 'path', fields: [{ key: 'periods', entry: { type: 'periods' }, width: 'whole' }] },
    {
      key: 'around',
      fields: [
        { key: 'key_worker_id', entry: { type: 'record', kind: 'professional', optional: '–' } },
        { key: 'case_coordinator_id', entry: { type: 'record', kind: 'professional', optional: '–' } },
        { key: 'school_place_id', entry: { type: 'record', kind: 'place', optional: '–', only: (place) => place['kind'] === 'school' } },
        { key: 'home_place_id', entry: { type: 'record', kind: 'place', optional: '–', only: (place) => place['kind'] === 'home' } },
        { key: 'transport', entry: { type: 'choice', options: choices((texts) => texts.transports) } },
        {
          key: 'transport_partner_id',
          entry: { type: 'record', kind: 'partner', optional: '–' },
          hint: () => recordKinds().hints.transportPartner,
        },
        { key: 'sector', entry: { type: 'text' }, hint: () => recordKinds().hints.sector },
      ],
    },
    {
      key: 'targets',
      fields: [
        { key: 'professionals_target', entry: { type: 'whole' } },
        { key: 'sessions_per_day_target', entry: { type: 'whole' } },
      ],
    },
    {
      key: 'week',
      tab: 'week',
      fields: [{ key: 'schedule', entry: { type: 'windows' }, width: 'whole', hint: () => words().child.windowsLead }],
    },
    {
      key: 'wishes',
      tab: 'needs',
      fields: [{ key: 'wishes', entry: { type: 'text', long: true }, width: 'whole', hint: () => words().child.wishesLead }],
    },
  ],
  blank: () => ({
    first_name: '',
    last_name: '',
    birth_year: null,
    internal_number: '',
    sector: '',
    home_place_id: null,
    school_place_id: null,
    schedule: [],
    key_worker_id: null,
    case_coordinator_id: null,
    professionals_target: 5,
    sessions_per_day_target: 2,
    wishes: '',
    transport: '',
    transport_partner_id: null,
    periods: [],
  }),
};
