import type { Activity, House, Occurrence, Rota, Week } from '$api/wire';

/** A house of two people and two children, for tests. All names are invented. */
export function sampleHouse(): House {
  const person = (id: string, first_name: string, last_name: string) => ({
    id,
    name: `${first_name} ${last_name}`,
    first_name,
    last_name,
    initials: first_name.charAt(0) + last_name.charAt(0),
    job_title: 'psychomotricienne',
    profession: 'psychomotrician',
    teams: ['day'],
    main_team: 'day',
    base: 'poplars',
    lunch: { from: 690, to: 840, minutes: 45 },
  });
  const child = (id: string, name: string, initials: string) => ({
    id,
    name,
    initials,
    discreet_name: '',
    transport: '' as const,
    carrier: null,
    modality: 'MO',
    sector: 'north',
    key_worker: null,
    school: null,
  });
  return {
    modalities: [{ code: 'MO', name: 'Milieu ordinaire' }],
    places: [{ id: 'poplars', kind: 'site', name: 'Les Peupliers', code: 'PEU', sector: 'north' }],
    rooms: [{ id: 'calm', place: 'poplars', name: 'Calme', seats: 4, features: [] }],
    teams: [{ id: 'day', code: 'MO', name: 'Équipe milieu ordinaire', kind: 'dedicated', modalities: ['MO'], position: 0 }],
    professionals: [person('karine', 'Karine', 'Delmas'), person('nora', 'Nora', 'Elbaz')],
    children: [child('omar', 'Omar\u00a0B.', 'OB'), child('lina', 'Lina\u00a0M.', 'LM')],
    partners: [],
  };
}

/** Their week: Omar on Tuesday at 14:30 with Karine, a group of music on Monday, and Lina, who is not planned. */
export function sampleRota(): Rota {
  const activity = (id: string, children: string[], more: Partial<Activity> = {}): Activity => ({
    id,
    kind: 'session',
    label: 'Psychomotricité',
    short_label: 'Psy.',
    modality: null,
    children,
    about_child: null,
    group: null,
    copy_of: null,
    instead: null,
    duration: 45,
    count: 1,
    seats: [{ professions: ['psychomotrician'], one_of: [] }],
    optional: [],
    places: ['poplars'],
    room: null,
    fixed: false,
    ...more,
  });
  const occurrence = (id: string, start: number, more: Partial<Occurrence> = {}): Occurrence => ({
    activity: id,
    occurrence: 0,
    start,
    staff: ['karine'],
    attendees: [],
    place: 'poplars',
    room: 'calm',
    locked: false,
    fixed: false,
    change: null,
    travel: [],
    ...more,
  });
  const moment = '2026-11-23T05:52:00Z';
  return {
    summary: {
      id: 'draft',
      week: '2026-W48',
      state: 'draft',
      number: 1,
      version: 0,
      based_on: null,
      template: null,
      ordinary: false,
      automatic: false,
      author: null,
      changed_by: null,
      revision: 4,
      created_at: moment,
      updated_at: moment,
      published_at: null,
    },
    first_day: '2026-11-23',
    days: 5,
    grid: 15,
    finest: 5,
    activities: [
      activity('omar', ['omar']),
      activity('music', ['omar', 'lina'], { label: 'Musique', short_label: 'Mus.', group: 'Musique', duration: 90 }),
      activity('lina', ['lina'], { label: 'Orthophonie' }),
    ],
    occurrences: [occurrence('omar', 1440 + 870), occurrence('music', 600, { staff: ['karine'], attendees: ['nora'] })],
    unplanned: [{ activity: 'lina', occurrence: 0 }],
    removed: [],
    off_template: [],
    lapsed: [],
    breaches: [],
    kept: [],
    cancelled: [],
    people: ['karine', 'nora'].map((professional) => ({
      professional,
      planned_minutes: 135,
      contract_minutes: 1680,
      available: [0, 1, 2, 3, 4].map((day): [number, number] => [day * 1440 + 510, day * 1440 + 1020]),
      absences: professional === 'nora' ? [{ from: 1440, to: 2880, kind: 'away' as const }] : [],
    })),
    counters: { wanted: 3, planned: 2, unplanned: 1, conflicts: 0, law: 0, changes: 0 },
    findings: [],
    signed: [],
    undo: null,
    redo: null,
    can: { edit: true, publish: true },
  };
}

/** The week they are in. */
export function sampleWeek(): Week {
  const { summary } = sampleRota();
  return {
    week: '2026-W48',
    number: 48,
    first_day: '2026-11-23',
    letter: 'A',
    days: [0, 1, 2, 3, 4].map((day) => ({
      date: `2026-11-${23 + day}`,
      closed: day === 4 ? ('closed' as const) : null,
      label: day === 4 ? 'Pont' : '',
      school_holiday: null,
      open_from: 0,
      open_to: 1440,
    })),
    school_holiday: false,
    making: false,
    published: null,
    drafts: [summary],
    template: null,
    previous: '2026-W47',
    next: '2026-W49',
  };
}
