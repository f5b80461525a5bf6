import UserCheck from '@lucide/svelte/icons/user-check';
import type { KeptRecord } from '$api/records';
import { duration } from '$lib/datetime';
import { recordKinds } from '$lib/i18n/record-kinds';
import { records as words } from '$lib/i18n/records';
import { labelOf } from '$lib/records/fields';
import type { KindSpec } from '$lib/records/model';
import type { Contract, Membership } from '$lib/records/shapes';
import { today } from '$lib/session.svelte';
import { choices, column, nameColumn, professions } from './parts';

const conventions = choices((texts) => texts.conventions);

const memberships = (record: KeptRecord) => (record['memberships'] as Membership[] | null) ?? [];

/** The contract people mean on a day: the one in force, else the next to begin, else the last. */
export function contractAround(record: KeptRecord, date: string): Contract | undefined {
  const contracts = (record['contracts'] as Contract[] | null) ?? [];
  return contracts.find(({ to_date }) => to_date === null || date <= to_date) ?? contracts.at(-1);
}

const contractNow = (record: KeptRecord) => contractAround(record, today());

export const professional: KindSpec = {
  kind: 'professional',
  path: '/equipe',
  icon: UserCheck,
  names: ['professional', 'team', 'place', 'child'],
  columns: (book) => {
    const teams = (record: KeptRecord) => memberships(record).map(({ team_id }) => book.name('team', team_id));
    return [
      nameColumn('professional'),
      column('professional', 'profession', { type: 'choice', options: professions }, book, { filter: true, onCard: true }),
      { key: 'teams', label: recordKinds().columns.teams, text: (record) => teams(record).join(', '), filter: teams, onCard: true },
      {
        key: 'contract_minutes',
        label: recordKinds().columns.hours,
        text: (record) => duration(contractNow(record)?.minutes ?? 0),
        order: (record) => contractNow(record)?.minutes ?? 0,
        numeric: true,
      },
      {
        key: 'base_place_id',
        label: labelOf('professional', 'base_place_id'),
        text: (record) => book.name('place', record['base_place_id'] as string),
        filter: true,
        minor: true,
      },
      {
        key: 'convention',
        label: words().fields.contracts.convention,
        text: (record) => conventions().find(({ value }) => value === contractNow(record)?.convention)?.label ?? '',
        minor: true,
      },
    ];
  },
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'first_name', entry: { type: 'text' }, required: true },
        { key: 'last_name', entry: { type: 'text' }, required: true },
        { key: 'profession', entry: { type: 'choice', options: professions } },
        { key: 'job_title', entry: { type: 'text' } },
        { key: 'skills', entry: { type: 'tags' }, width: 'whole' },
      ],
    },
    {
      key: 'contract',
      fields: [
        { key: 'contracts', entry: { type: 'contracts' }, width: 'whole', hint: () => recordKinds().hints.contracts },
        { key: 'base_place_id', entry: { type: 'record', kind: 'place', only: (place) => place['kind'] === 'site' }, required: true },
        { key: 'from_base', entry: { type: 'flag' } },
        { key: 'minor', entry: { type: 'flag' } },
      ],
    },
    { key: 'teams', fields: [{ key: 'memberships', entry: { type: 'memberships' }, width: 'whole' }] },
    {
      key: 'targets',
      fields: [
        { key: 'direct_target', entry: { type: 'duration', bare: 'hours', optional: true } },
        { key: 'coordination_target', entry: { type: 'duration', bare: 'hours', optional: true } },
        { key: 'preparation_target', entry: { type: 'duration', bare: 'hours', optional: true } },
        { key: 'key_worker_load', entry: { type: 'whole', optional: true } },
      ],
    },
    {
      key: 'hours',
      tab: 'hours',
      fields: [
        { key: 'working_pattern', entry: { type: 'spans' }, width: 'whole' },
        { key: 'lunch', entry: { type: 'lunch' }, width: 'whole' },
        { key: 'limits', entry: { type: 'limits' }, width: 'whole' },
      ],
    },
  ],
  blank: (_given, book) => ({
    first_name: '',
    last_name: '',
    profession: 'special_educator',
    job_title: '',
    skills: [],
    contracts: [{ from_date: null, to_date: null, minutes: 2100, convention: 'ccn66', kind: 'permanent', agreements: [] }],
    working_pattern: [],
    base_place_id: book.list('place')?.find((place) => place['kind'] === 'site')?.id ?? '',
    from_base: true,
    minor: false,
    lunch: { from: 690, to: 840, minutes: 45 },
    limits: null,
    direct_target: null,
    coordination_target: null,
    preparation_target: null,
    key_worker_load: null,
    memberships: [],
  }),
};
