/** What travels between the server and this application, by the names both sides use. Minutes of a week are counted from Monday 00:00. */

export type Minute = number;
export type Id = string;

export type Role = 'administrator' | 'manager' | 'planner' | 'coordinator' | 'professional' | 'reader';

export interface SignInInfo {
  facility_name: string | null;
  demo: DemoAccount[] | null;
  version: string;
}

export interface DemoAccount {
  key: 'manager' | 'professional' | 'coordinator';
  name: string;
  role: string;
}

export interface Session {
  account: { id: Id; name: string; email: string; role: string; professional_id: Id | null; initials: string };
  facility: { id: Id; name: string; time_zone: string; school_zone: string; demo: boolean };
  planning_week: string;
  now: string;
  can: {
    edit_rota: boolean;
    publish_rota: boolean;
    propose: boolean;
    create_meeting: boolean;
    read_team: boolean;
    own_week: boolean;
  };
}

export interface House {
  modalities: { code: string; name: string }[];
  places: Place[];
  rooms: Room[];
  teams: Team[];
  professionals: Professional[];
  children: Child[];
  partners: Partner[];
}

export interface Place {
  id: Id;
  kind: string;
  name: string;
  code: string;
  sector: string;
}

export interface Room {
  id: Id;
  place: Id;
  name: string;
  seats: number;
  features: string[];
}

export interface Team {
  id: Id;
  code: string;
  name: string;
  kind: string;
  modalities: string[];
  position: number;
}

export interface Professional {
  id: Id;
  name: string;
  first_name: string;
  last_name: string;
  initials: string;
  job_title: string;
  profession: string;
  teams: Id[];
  main_team: Id;
  contract_minutes: number;
  base: Id;
  lunch: { from: Minute; to: Minute; minutes: number } | null;
}

export interface Child {
  id: Id;
  name: string;
  initials: string;
  discreet_name: string;
  modality: string;
  sector: string;
  key_worker: Id | null;
  school: Id | null;
}

export interface Partner {
  id: Id;
  kind: string;
  name: string;
  place: Id | null;
  contacts: { id: Id; name: string; role: string }[];
}

export interface Week {
  week: string;
  number: number;
  first_day: string;
  letter: string;
  days: WeekDay[];
  school_holiday: boolean;
  published: RotaSummary | null;
  drafts: RotaSummary[];
  previous: string;
  next: string;
}

export interface WeekDay {
  date: string;
  closed: 'public_holiday' | 'closed' | null;
  label: string;
}

export interface RotaSummary {
  id: Id;
  week: string;
  state: 'draft' | 'published' | 'archived';
  number: number;
  version: number;
  based_on: { id: Id; number: number; version: number } | null;
  author: string | null;
  revision: number;
  created_at: string;
  updated_at: string;
  published_at: string | null;
}

export interface Rota {
  summary: RotaSummary;
  first_day: string;
  days: number;
  grid: number;
  activities: Activity[];
  occurrences: Occurrence[];
  unplanned: Reference[];
  removed: (Reference & { old: Placement })[];
  breaches: Breach[];
  people: PersonWeek[];
  counters: { wanted: number; planned: number; unplanned: number; conflicts: number; changes: number };
  undo: { kind: string } | null;
  redo: { kind: string } | null;
  can: { edit: boolean; publish: boolean };
}

export interface Reference {
  activity: Id;
  occurrence: number;
}

export type ActivityKind = 'session' | 'duty' | 'meeting' | 'protected' | 'support';

export interface Activity {
  id: Id;
  kind: ActivityKind;
  label: string;
  short_label: string;
  modality: string | null;
  children: Id[];
  about_child: Id | null;
  group: Id | null;
  duration: number;
  count: number;
  seats: { professions: string[]; one_of: Id[] }[];
  optional: Id[];
  places: Id[];
  room: Id | null;
  fixed: boolean;
}

export interface Placement {
  start: Minute;
  staff: Id[];
  place: Id | null;
  room: Id | null;
}

export interface Occurrence extends Reference, Placement {
  attendees: Id[];
  locked: boolean;
  fixed: boolean;
  change: { kind: 'added' | 'moved' | 'restaffed'; old: Placement | null } | null;
  travel: { professional: Id; minutes: number }[];
}

export interface PersonWeek {
  professional: Id;
  planned_minutes: number;
  available: [Minute, Minute][];
  absences: { from: Minute; to: Minute; kind: AbsenceKind }[];
}

export type AbsenceKind = 'away' | 'training' | 'leave';

/** One broken rule; the fields other than the code are its arguments, absent where they do not apply. */
export interface Breach {
  rule: number;
  code: string;
  activity?: Id;
  occurrence: number;
  professional?: Id;
  child?: Id;
  room?: Id;
  place?: Id;
  blocking?: Reference;
  day: number;
  amount?: number;
  limit?: number;
}

/** How many possibilities of an unplanned session one rule refuses first. */
export interface Reason {
  code: string;
  count: number;
  professional?: Id;
  child?: Id;
  room?: Id;
  place?: Id;
  blocking?: Reference;
  professions?: string[];
}

export interface UnplannedAnswer {
  unplanned: (Reference & { reasons: Reason[] })[];
}

export interface Operation extends Reference {
  kind: 'set' | 'unplan' | 'lock' | 'unlock';
  start?: Minute;
  staff?: Id[];
  attendees?: Id[];
  place?: Id | null;
  room?: Id | null;
}

export interface Checked {
  occurrence: Occurrence | null;
  breaches: Breach[];
  travel: { professional: Id; minutes: number }[];
}

export interface OptionsAnswer {
  rows: { professional: Id; starts: Minute[]; reason: Breach | null }[];
}

export interface Publication {
  version: number;
  replaces: number | null;
  concerned: { professional: Id; changes: PersonChange[] }[];
  changes: number;
  unplanned: number;
  untouched: number;
  breaches: Breach[];
}

export interface PersonChange extends Reference {
  kind: 'added' | 'removed' | 'moved' | 'restaffed';
  old: Placement | null;
  new: Placement | null;
}

export interface PublishAnswer {
  rota: Rota;
  concerned: number;
  version: number;
}

export type RunScope = 'gaps' | 'improve' | 'all';

export interface Run {
  id: Id;
  rota: Id;
  scope: RunScope;
  state: 'queued' | 'running' | 'done' | 'failed' | 'stale';
  planned: number;
  wanted: number;
  seconds: number;
  elapsed_ms: number;
  curve: [number, number][];
  stop_requested: boolean;
  result: Id | null;
  error: string | null;
}

export interface MyWeek {
  week: string;
  number: number;
  first_day: string;
  previous: string;
  next: string;
  version: number | null;
  published_at: string | null;
  days: (WeekDay & { absent: AbsenceKind | null })[];
  items: MyItem[];
  removed: { label: string; start: Minute; end: Minute; children: MyChild[] }[];
}

export interface MyChild {
  id: Id;
  discreet_name: string;
  modality: string;
}

export interface MyItem extends Reference {
  kind: ActivityKind;
  label: string;
  modality: string | null;
  start: Minute;
  end: Minute;
  children: MyChild[];
  place: Id | null;
  room: Id | null;
  travel_before: number;
  with: Id[];
  fixed: boolean;
  change: { kind: 'added' | 'moved' | 'restaffed'; old_start: Minute | null; old_place: Id | null } | null;
}

export type CalendarDetail = 'busy' | 'work' | 'full';

export interface Calendar {
  id: Id;
  name: string;
  detail: CalendarDetail;
  created_at: string;
  last_used_at: string | null;
}

/** The only answer that ever carries the secret address. */
export interface NewCalendar extends Calendar {
  address: string;
  webcal: string;
}

export interface Participant {
  id: Id;
  need: 'required' | 'useful';
}

export interface SlotRequest {
  professionals: Participant[];
  contacts: Id[];
  duration: number;
  place: Id | null;
  room_features: string[] | null;
  from: string;
  to: string;
}

export interface SlotAnswer {
  needed: number;
  days: SlotDay[];
  slots: Slot[];
  proposals: number[];
}

export interface SlotDay {
  date: string;
  week: string;
  closed: string | null;
  from: Minute;
  to: Minute;
  free: number[];
}

export interface Slot {
  date: string;
  start: Minute;
  end: Minute;
  room: Id | null;
  free: Id[];
  busy: Id[];
}

export interface MeetingRequest {
  title: string;
  child: Id | null;
  professionals: Participant[];
  contacts: Id[];
  duration: number;
  place: Id | null;
  room: Id | null;
  date: string;
  start: Minute;
}

export interface Meeting extends MeetingRequest {
  id: Id;
  week: string;
}

/** An error answer (RFC 9457) with what a screen needs to say it in words. */
export interface Problem {
  status: number;
  code: string;
  detail?: string;
  fields?: { path: string; key: string; args?: Record<string, unknown> }[];
  breaches?: Breach[];
  current?: unknown;
}
