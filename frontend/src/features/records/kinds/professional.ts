import UserCheck from '@lucide/svelte/icons/user-check';
import type { KeptRecord } from '$api/records';
import { recordKinds } from '$lib/i18n/record-kinds';
import { labelOf } from '$lib/records/fields';
import type { KindSpec } from '$lib/records/model';
import type { Membership } from '$lib/records/shapes';
import { choices, column, nameColumn, professions } from './parts';

const memberships = (record: KeptRecord) => (record['memberships'] as Membership[] | null) ?? [];

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
      column('professional', 'contract_minutes', { type: 'duration', bare: 'hours' }, book, {
        label: recordKinds().columns.hours,
        order: (record) => Number(record['contract_minutes']),
        numeric: true,
      }),
      {
        key: 'base_place_id',
        label: labelOf('professional', 'base_place_id'),
        text: (record) => book.name('place', record['base_place_id'] as string),
        filter: true,
        minor: true,
      },
      column('professional', 'convention', { type: 'choice', options: choices((texts) => texts.conventions) }, book, { minor: true }),
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
        { key: 'contract_minutes', entry: { type: 'duration', bare: 'hours' }, required: true, width: 'third' },
        { key: 'contract_kind', entry: { type: 'choice', options: choices((texts) => texts.contractKinds) }, width: 'third' },
        { key: 'convention', entry: { type: 'choice', options: choices((texts) => texts.conventions) }, width: 'third' },
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
    convention: 'ccn66',
    contract_kind: 'permanent',
    contract_minutes: 2100,
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
