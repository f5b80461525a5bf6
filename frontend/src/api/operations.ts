import { answerOf, client } from './client';
import { id, stopping } from './request';
import type {
  CalendarDetail,
  ConflictReason,
  DemoAccount,
  Id,
  MeetingRequest,
  Opening,
  Operation,
  PublishAnswer,
  Reference,
  Rota,
  Run,
  SignedReason,
  SlotRequest,
} from './wire';

/** One function per operation of the server, by its operationId. Each throws ApiError when refused, NetworkError when no change could be sent. */
type Signal = AbortSignal | undefined;

const week = (value: string) => ({ path: { week: value } });

/** The generated types know lists but no pairs. */
const asRota = (answer: Promise<unknown>) => answer as Promise<Rota>;
const asOpening = (answer: Promise<unknown>) => answer as Promise<Opening>;
const asRun = (answer: Promise<unknown>) => answer as Promise<Run>;

export const signInInfo = (signal?: Signal) => answerOf(client.GET('/sign-in', stopping(signal)));
export const signIn = (email: string, password: string) => answerOf(client.POST('/session', { body: { email, password } }));
export const signInDemo = (key: DemoAccount['key']) => answerOf(client.POST('/session/demo', { body: { key } }));
export const readSession = (signal?: Signal) => answerOf(client.GET('/session', stopping(signal)));
export const signOut = () => answerOf(client.DELETE('/session'));

export const readHouse = (signal?: Signal) => answerOf(client.GET('/house', stopping(signal)));
export const readWeek = (name: string, signal?: Signal) =>
  answerOf(client.GET('/weeks/{week}', { params: week(name), ...stopping(signal) }));

/** A week with the rota it opens with: the one asked for, else the newest draft for those who edit rotas, else what is published. */
export const readOpening = (name: string, rota: Id | null, signal?: Signal) =>
  asOpening(
    answerOf(client.GET('/weeks/{week}/opening', { params: { ...week(name), query: rota === null ? {} : { rota } }, ...stopping(signal) })),
  );

export const createDraft = (name: string, based_on: Id | null) =>
  answerOf(client.POST('/weeks/{week}/drafts', { params: week(name), body: { based_on } }));
export const readRota = (rota: Id, signal?: Signal) =>
  asRota(answerOf(client.GET('/rotas/{id}', { params: id(rota), ...stopping(signal) })));
/** Changes a draft; with `keep` also where a refusal said that the conflict may be kept, for the reason it gives. */
export const changeRota = (rota: Id, revision: number, operations: Operation[], keep: { reason: string } | null) =>
  asRota(answerOf(client.PATCH('/rotas/{id}', { params: id(rota), body: { revision, operations, ...(keep && { keep: true, ...keep }) } })));
export const checkMove = (rota: Id, operation: Operation, signal?: Signal) =>
  answerOf(client.POST('/rotas/{id}/check', { params: id(rota), body: { operation }, ...stopping(signal) }));
export const readOptions = (rota: Id, seat: Reference & { seat: number }, signal?: Signal) =>
  answerOf(client.POST('/rotas/{id}/options', { params: id(rota), body: seat, ...stopping(signal) }));
/** Where an EventSource hears of the changes of a rota: event "rota", data the revision. */
export const rotaEventsAddress = (rota: Id) => `/api/rotas/${encodeURIComponent(rota)}/events`;
/** Where an EventSource hears of the rotas of a week: event "week", data where each of them stands. */
export const weekEventsAddress = (week: string) => `/api/weeks/${encodeURIComponent(week)}/events`;
/** Undoes the reader's own last change; with `let_go` the last one that nobody else has changed since. */
export const undoRota = (rota: Id, revision: number, let_go: boolean) =>
  asRota(answerOf(client.POST('/rotas/{id}/undo', { params: id(rota), body: { revision, let_go } })));
export const redoRota = (rota: Id, revision: number) =>
  asRota(answerOf(client.POST('/rotas/{id}/redo', { params: id(rota), body: { revision } })));
export const listRestorePoints = (rota: Id, signal?: Signal) =>
  answerOf(client.GET('/rotas/{id}/points', { params: id(rota), ...stopping(signal) }));
export const keepRestorePoint = (rota: Id, name: string) =>
  answerOf(client.POST('/rotas/{id}/points', { params: id(rota), body: { name } }));
export const returnToRestorePoint = (rota: Id, point: Id, revision: number) =>
  asRota(answerOf(client.POST('/rotas/{id}/points/{point}/return', { params: { path: { id: rota, point } }, body: { revision } })));
export const dropRestorePoint = (rota: Id, point: Id) =>
  answerOf(client.DELETE('/rotas/{id}/points/{point}', { params: { path: { id: rota, point } } }));
export const previewPublication = (rota: Id, signal?: Signal) =>
  answerOf(client.GET('/rotas/{id}/publication', { params: id(rota), ...stopping(signal) }));
export const publishRota = (rota: Id, revision: number, signed: { reasons: SignedReason[]; conflicts: ConflictReason[]; note: string }) =>
  answerOf(
    client.POST('/rotas/{id}/publication', { params: id(rota), body: { revision, ...signed } }),
  ) as Promise<unknown> as Promise<PublishAnswer>;
export const deleteDraft = (rota: Id) => answerOf(client.DELETE('/rotas/{id}', { params: id(rota) }));

export const readRun = (run: Id, signal?: Signal) => asRun(answerOf(client.GET('/runs/{id}', { params: id(run), ...stopping(signal) })));
export const stopRun = (run: Id) => asRun(answerOf(client.POST('/runs/{id}/stop', { params: id(run) })));
/** Where an EventSource hears a run's progress: event "run", data Run. */
export const runEventsAddress = (run: Id) => `/api/runs/${encodeURIComponent(run)}/events`;

export const readMyWeek = (name: string, signal?: Signal) =>
  answerOf(client.GET('/my/weeks/{week}', { params: week(name), ...stopping(signal) }));
export const lookAtMyWeek = (name: string, version: number) =>
  answerOf(client.PUT('/my/weeks/{week}/look', { params: week(name), body: { version } }));

export const listCalendars = (signal?: Signal) => answerOf(client.GET('/calendars', stopping(signal)));
export const createCalendar = (name: string, detail: CalendarDetail) => answerOf(client.POST('/calendars', { body: { name, detail } }));
export const revokeCalendar = (calendar: Id) => answerOf(client.DELETE('/calendars/{id}', { params: id(calendar) }));

export const findSlots = (request: SlotRequest, signal?: Signal) =>
  answerOf(client.POST('/meetings/slots', { body: request, ...stopping(signal) }));
export const listMeetings = (from: string, to: string, signal?: Signal) =>
  answerOf(client.GET('/meetings', { params: { query: { from, to } }, ...stopping(signal) }));
export const createMeeting = (request: MeetingRequest) => answerOf(client.POST('/meetings', { body: request }));
export const cancelMeeting = (meeting: Id) => answerOf(client.DELETE('/meetings/{id}', { params: id(meeting) }));
