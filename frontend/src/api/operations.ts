import { call } from './client';
import type {
  Calendar,
  CalendarDetail,
  Checked,
  DemoAccount,
  House,
  Id,
  Meeting,
  MeetingRequest,
  MyWeek,
  NewCalendar,
  Operation,
  OptionsAnswer,
  Publication,
  PublishAnswer,
  Reference,
  Rota,
  RotaSummary,
  Run,
  RunScope,
  Session,
  SignInInfo,
  SlotAnswer,
  SlotRequest,
  UnplannedAnswer,
  Week,
} from './wire';

/** One function per operation of the server, by its operationId. */
type Signal = AbortSignal | undefined;
const at = encodeURIComponent;

export const signInInfo = (signal?: Signal) => call<SignInInfo>('GET', '/api/sign-in', { signal });
export const signIn = (email: string, password: string) => call<Session>('POST', '/api/session', { body: { email, password } });
export const signInDemo = (key: DemoAccount['key']) => call<Session>('POST', '/api/session/demo', { body: { key } });
export const readSession = (signal?: Signal) => call<Session>('GET', '/api/session', { signal });
export const signOut = () => call<undefined>('DELETE', '/api/session');

export const readHouse = (signal?: Signal) => call<House>('GET', '/api/house', { signal });
export const readWeek = (week: string, signal?: Signal) => call<Week>('GET', `/api/weeks/${at(week)}`, { signal });

export const createDraft = (week: string, based_on: Id | null) =>
  call<RotaSummary>('POST', `/api/weeks/${at(week)}/drafts`, { body: { based_on } });
export const readRota = (id: Id, signal?: Signal) => call<Rota>('GET', `/api/rotas/${at(id)}`, { signal });
export const readUnplanned = (id: Id, signal?: Signal) => call<UnplannedAnswer>('GET', `/api/rotas/${at(id)}/unplanned`, { signal });
export const changeRota = (id: Id, revision: number, operations: Operation[]) =>
  call<Rota>('PATCH', `/api/rotas/${at(id)}`, { body: { revision, operations } });
export const checkMove = (id: Id, operation: Operation, signal?: Signal) =>
  call<Checked>('POST', `/api/rotas/${at(id)}/check`, { body: { operation }, signal });
export const readOptions = (id: Id, seat: Reference & { seat: number }, signal?: Signal) =>
  call<OptionsAnswer>('POST', `/api/rotas/${at(id)}/options`, { body: seat, signal });
export const undoRota = (id: Id, revision: number) => call<Rota>('POST', `/api/rotas/${at(id)}/undo`, { body: { revision } });
export const redoRota = (id: Id, revision: number) => call<Rota>('POST', `/api/rotas/${at(id)}/redo`, { body: { revision } });
export const previewPublication = (id: Id, signal?: Signal) => call<Publication>('GET', `/api/rotas/${at(id)}/publication`, { signal });
export const publishRota = (id: Id, revision: number) =>
  call<PublishAnswer>('POST', `/api/rotas/${at(id)}/publication`, { body: { revision } });
export const deleteDraft = (id: Id) => call<undefined>('DELETE', `/api/rotas/${at(id)}`);

export const propose = (id: Id, scope: RunScope, seconds: number) =>
  call<Run>('POST', `/api/rotas/${at(id)}/runs`, { body: { scope, seconds } });
export const readRun = (id: Id, signal?: Signal) => call<Run>('GET', `/api/runs/${at(id)}`, { signal });
export const stopRun = (id: Id) => call<Run>('POST', `/api/runs/${at(id)}/stop`);
/** Where an EventSource hears a run's progress: event "run", data Run. */
export const runEventsAddress = (id: Id) => `/api/runs/${at(id)}/events`;

export const readMyWeek = (week: string, signal?: Signal) => call<MyWeek>('GET', `/api/my/weeks/${at(week)}`, { signal });

export const listCalendars = (signal?: Signal) => call<{ calendars: Calendar[] }>('GET', '/api/calendars', { signal });
export const createCalendar = (name: string, detail: CalendarDetail) =>
  call<NewCalendar>('POST', '/api/calendars', { body: { name, detail } });
export const revokeCalendar = (id: Id) => call<undefined>('DELETE', `/api/calendars/${at(id)}`);

export const findSlots = (request: SlotRequest, signal?: Signal) =>
  call<SlotAnswer>('POST', '/api/meetings/slots', { body: request, signal });
export const listMeetings = (from: string, to: string, signal?: Signal) =>
  call<{ meetings: Meeting[] }>('GET', `/api/meetings?from=${at(from)}&to=${at(to)}`, { signal });
export const createMeeting = (request: MeetingRequest) => call<Meeting>('POST', '/api/meetings', { body: request });
export const cancelMeeting = (id: Id) => call<undefined>('DELETE', `/api/meetings/${at(id)}`);
