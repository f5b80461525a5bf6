import type { Explanation } from '../src/api/answers';
import type { Activity, Child, House, Occurrence, PersonWeek, Professional, Rota, RotaSummary, Session, Week } from '../src/api/wire';

/** A house and a week of a given size, the same at every run. */
export interface Load {
  session: Session;
  house: House;
  week: Week;
  rota: Rota;
  /** What the panel asks of the session that is picked up. */
  explanation: Explanation;
}

const MONDAY = '2026-11-23';
const DAYS = 5;
const DAY = 1440;
const MODALITIES = ['MO', 'AJ', 'HE', 'AF', 'UE', 'AS', 'AR'];
const LENGTHS = [45, 45, 60, 30, 90];

/** A small generator of numbers, so that every run draws the same week. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** Builds the load: `people` rows and `sessions` sessions spread over five days without overlaps. */
export function buildLoad(people: number, sessions: number): Load {
  const roll = dice(7);
  const teams = ['MO', 'AJ', 'HE', 'UE'].map((code, position) => ({
    id: `team-${code}`,
    code,
    name: `Équipe ${code}`,
    kind: 'dedicated' as const,
    modalities: [code],
    position,
  }));
  const professionals: Professional[] = Array.from({ length: people }, (_, index) => ({
    id: `person-${index}`,
    name: `Prénom ${String.fromCharCode(65 + (index % 26))}nom${index}`,
    first_name: 'Prénom',
    last_name: `nom${index}`,
    initials: 'PN',
    job_title: 'éducateur spécialisé',
    profession: 'special_educator',
    teams: [teams[index % teams.length]?.id ?? ''],
    main_team: teams[index % teams.length]?.id ?? '',
    base: 'place-0',
    lunch: { from: 690, to: 840, minutes: 45 },
  }));
  const children: Child[] = Array.from({ length: 80 }, (_, index) => ({
    id: `child-${index}`,
    name: `Enfant ${String.fromCharCode(65 + (index % 26))}.`,
    initials: `E${String.fromCharCode(65 + (index % 26))}`,
    discreet_name: 'En. A.',
    transport: '',
    carrier: null,
    modality: MODALITIES[index % MODALITIES.length] ?? 'MO',
    sector: 'nord',
    key_worker: null,
    school: null,
  }));
  const activities: Activity[] = [];
  const occurrences: Occurrence[] = [];
  const clocks = new Map<string, number>();
  for (let index = 0; index < sessions; index++) {
    const person = `person-${index % people}`;
    const day = Math.floor(index / people) % DAYS;
    const duration = LENGTHS[roll(LENGTHS.length)] ?? 45;
    const free = clocks.get(`${person} ${day}`) ?? day * DAY + 510;
    const start = free + 15 * (1 + roll(4));
    clocks.set(`${person} ${day}`, start + duration);
    activities.push({
      id: `activity-${index}`,
      kind: 'session',
      label: 'Orthophonie',
      short_label: 'Orth.',
      modality: null,
      children: [`child-${roll(80)}`],
      about_child: null,
      group: null,
      copy_of: null,
      instead: null,
      duration,
      count: 1,
      seats: [{ professions: ['special_educator'], one_of: [] }],
      optional: [],
      places: ['place-0'],
      room: null,
      fixed: false,
    });
    occurrences.push({
      activity: `activity-${index}`,
      occurrence: 0,
      start,
      staff: [person],
      attendees: [],
      place: 'place-0',
      room: null,
      locked: index % 29 === 0,
      fixed: false,
      change: index % 11 === 0 ? { kind: 'moved', old: { start, staff: [person], place: 'place-0', room: null } } : null,
      travel: index % 3 === 0 ? [{ professional: person, minutes: 15 }] : [],
    });
  }
  const persons: PersonWeek[] = professionals.map(({ id }) => ({
    professional: id,
    planned_minutes: 1680,
    contract_minutes: 2100,
    available: Array.from({ length: DAYS }, (_, day): [number, number] => [day * DAY + 510, day * DAY + 1080]),
    absences: [],
  }));
  const now = '2026-11-23T05:52:00Z';
  const summary: RotaSummary = {
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
    revision: 1,
    created_at: now,
    updated_at: now,
    published_at: null,
  };
  return {
    session: {
      account: {
        id: 'account',
        name: 'Claire Vasseur',
        email: 'claire@exemple.fr',
        role: 'manager',
        professional_id: null,
        initials: 'CV',
      },
      facility: { id: 'facility', name: 'DIME de l’Ambelle', time_zone: 'Europe/Paris', school_zone: 'A', demo: false },
      planning_week: '2026-W48',
      lasts_minutes: 720,
      now: '2026-11-22T07:24',
      can: { edit_rota: true, publish_rota: true, propose: true, create_meeting: true, read_team: true, own_week: true, records: {} },
    },
    house: {
      modalities: MODALITIES.map((code) => ({ code, name: code })),
      places: [{ id: 'place-0', kind: 'site', name: 'Les Peupliers', code: 'PEU', sector: 'nord' }],
      rooms: [],
      teams,
      professionals,
      children,
      partners: [],
    },
    week: {
      week: '2026-W48',
      number: 48,
      first_day: MONDAY,
      letter: 'A',
      days: Array.from({ length: DAYS }, (_, day) => ({
        date: `2026-11-${23 + day}`,
        closed: null,
        label: '',
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
    },
    rota: {
      summary,
      first_day: MONDAY,
      days: DAYS,
      grid: 15,
      finest: 5,
      activities,
      occurrences,
      unplanned: [],
      removed: [],
      off_template: [],
      lapsed: [],
      breaches: [],
      kept: [],
      cancelled: [],
      people: persons,
      counters: { wanted: sessions, planned: sessions, unplanned: 0, conflicts: 0, law: 0, changes: 0 },
      findings: [],
      signed: [],
      undo: null,
      redo: null,
      can: { edit: true, publish: true },
    },
    explanation: {
      revision: 1,
      planned: true,
      left_out: 50,
      effects: [],
      others: 12,
      weighed: [],
      ways: [],
      reasons: [],
      was: null,
      against: [],
    },
  };
}
