import type { components } from './types.gen';

/**
 * What travels between the server and this application, under the names the screens use. Everything comes from the server's own
 * description (types.gen.ts); here it is only named, and pairs are told apart from lists. Minutes of a week count from Monday 00:00.
 */
type Schemas = components['schemas'];

export type Minute = number;
export type Id = string;

export type SignInInfo = Schemas['SignInInfo'];
export type DemoAccount = Schemas['DemoAccount'];
export type Session = Schemas['Session'];
export type Role = Session['account']['role'];

export type House = Schemas['House'];
export type Place = Schemas['Place'];
export type Room = Schemas['Room'];
export type Team = Schemas['Team'];
export type Professional = Schemas['Professional'];
export type Child = Schemas['Child'];
export type Partner = Schemas['Partner'];

export type Week = Schemas['Week'];
export type WeekDay = Schemas['Day'];
export type RotaSummary = Schemas['RotaSummary'];

export type Activity = Schemas['Activity'];
export type ActivityKind = Activity['kind'];
export type Reference = Schemas['Ref'];
export type Placement = Schemas['Old'];
export type WeekStandings = Schemas['WeekStandings'];
export type Occurrence = Schemas['Occurrence'];
export type Breach = Schemas['Breach'];
export type Reason = Schemas['Reason'];
export type AbsenceKind = Schemas['AbsentSpan']['kind'];
export type PersonWeek = Omit<Schemas['PersonWeek'], 'available'> & { available: [from: Minute, to: Minute][] };
export type Opening = { week: Week; rota: Rota | null };
export type Rota = Omit<Schemas['Rota'], 'people'> & { people: PersonWeek[] };

export type RestorePoint = Schemas['RestorePoint'];
export type Operation = Schemas['Operation'];
export type Checked = Schemas['CheckedMove'];
export type OptionsAnswer = Schemas['Options'];
export type Publication = Schemas['Publication'];
/** Something the working-time law says of somebody's hours. */
export type Finding = Schemas['Finding'];
/** A conflict that is published when somebody signs for it. */
export type OpenConflict = Schemas['OpenConflict'];
export type ConflictReason = Schemas['SignConflict'];
export type SignedReason = Schemas['SignReason'];
export type SignedFinding = Schemas['Signed'];
export type PersonChange = Schemas['PersonChange'];
export type PublishAnswer = Omit<Schemas['Published'], 'rota'> & { rota: Rota };

export type RunScope = Schemas['Propose']['scope'];
export type Run = Omit<Schemas['Run'], 'curve'> & { curve: [milliseconds: number, planned: number][] };

export type MyWeek = Schemas['MyWeek'];
export type MyDay = Schemas['MyDay'];
export type MyItem = Schemas['MyItem'];
export type MyChild = Schemas['MyChild'];
export type MyRemoved = Schemas['MyRemoved'];
export type MyNews = Schemas['MyNews'];
export type Since = Schemas['Since'];

export type Calendar = Schemas['Calendar'];
export type CalendarDetail = Calendar['detail'];
/** The only answer that ever carries the secret address. */
export type NewCalendar = Schemas['CreatedCalendar'];

export type Participant = Schemas['Invited'];
export type SlotRequest = Schemas['FindSlots'];
export type SlotAnswer = Schemas['Slots'];
export type SlotDay = Schemas['SlotDay'];
export type Slot = Schemas['Slot'];
export type MeetingRequest = Schemas['CreateMeeting'];
export type Meeting = Schemas['Meeting'];

export type Problem = Schemas['Problem'];
