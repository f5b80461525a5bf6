import { answerOf, client } from './client';
import { id, stopping } from './request';
import type { components } from './types.gen';
import type { Id, Operation } from './wire';

/** The year, absences and closings, week templates and the weeks made from them: one function per operation of the server. */
type Schemas = components['schemas'];

export type Year = Schemas['Year'];
export type YearDay = Schemas['YearDay'];
export type YearWeek = Schemas['YearWeek'];
export type Closing = Schemas['Closing'];
export type TemplateOverview = Schemas['TemplateOverview'];
export type Template = Schemas['Template'];
export type TemplateFields = Schemas['TemplateFields'];
export type TemplateName = Schemas['TemplateName'];
export type AbsenceImpact = Schemas['AbsenceImpact'];
export type Absence = Schemas['AbsenceRecord'];
export type AbsenceFields = Schemas['AbsenceInput'];
export type ClosingFields = Schemas['ClosedDayInput'];

export const readYear = (year: string, signal?: AbortSignal) =>
  answerOf(client.GET('/years/{year}', { params: { path: { year } }, ...stopping(signal) }));
export const importSchoolHolidays = (file_name: string, content: string, zone: string) =>
  answerOf(client.POST('/school-holidays', { body: { file_name, content, zone } }));
export const createClosing = (fields: ClosingFields) => answerOf(client.POST('/records/closed_day', { body: fields }));
export const updateClosing = (closing: Id, fields: ClosingFields) =>
  answerOf(client.PUT('/records/closed_day/{id}', { params: id(closing), body: fields }));
export const archiveClosing = (closing: Id, version: number) =>
  answerOf(client.POST('/records/closed_day/{id}/archive', { params: id(closing), body: { version } }));
export const restoreClosing = (closing: Id, version: number) =>
  answerOf(client.POST('/records/closed_day/{id}/restore', { params: id(closing), body: { version } }));

export const listAbsences = async (signal?: AbortSignal): Promise<Absence[]> =>
  (await answerOf(client.GET('/records/absence', stopping(signal)))).records;
export const createAbsence = (fields: AbsenceFields) => answerOf(client.POST('/records/absence', { body: fields }));
export const updateAbsence = (absence: Id, fields: AbsenceFields) =>
  answerOf(client.PUT('/records/absence/{id}', { params: id(absence), body: fields }));
export const archiveAbsence = (absence: Id, version: number) =>
  answerOf(client.POST('/records/absence/{id}/archive', { params: id(absence), body: { version } }));
export const restoreAbsence = (absence: Id, version: number) =>
  answerOf(client.POST('/records/absence/{id}/restore', { params: id(absence), body: { version } }));
export const decideAbsence = (absence: Id, version: number, accept: boolean) =>
  answerOf(client.POST('/records/absence/{id}/decision', { params: id(absence), body: { version, accept } }));
export const undoAbsence = (absence: Id, version: number) =>
  answerOf(client.POST('/records/absence/{id}/undo', { params: id(absence), body: { version } }));
export const readImpact = (absence: Id, signal?: AbortSignal) =>
  answerOf(client.GET('/absences/{id}/impact', { params: id(absence), ...stopping(signal) }));

export const listTemplates = async (signal?: AbortSignal): Promise<TemplateOverview[]> =>
  (await answerOf(client.GET('/templates', stopping(signal)))).templates;
export const createTemplate = (fields: TemplateFields) => answerOf(client.POST('/records/week_template', { body: fields }));
export const updateTemplate = (template: Id, version: number, fields: TemplateFields) =>
  answerOf(client.PUT('/records/week_template/{id}', { params: id(template), body: { ...fields, version } }));
export const archiveTemplate = (template: Id, version: number) =>
  answerOf(client.POST('/records/week_template/{id}/archive', { params: id(template), body: { version } }));
export const restoreTemplate = (template: Id, version: number) =>
  answerOf(client.POST('/records/week_template/{id}/restore', { params: id(template), body: { version } }));
export const copyTemplate = (template: Id, fields: TemplateFields) =>
  answerOf(client.POST('/templates/{id}/copy', { params: id(template), body: fields }));
export const createTemplateDraft = (template: Id, based_on: Id | null) =>
  answerOf(client.POST('/templates/{id}/drafts', { params: id(template), body: { based_on } }));
export const compareWithTemplate = (rota: Id, signal?: AbortSignal) =>
  answerOf(client.GET('/rotas/{id}/template', { params: id(rota), ...stopping(signal) }));
export const makeWeek = (week: string) => answerOf(client.POST('/weeks/{week}/make', { params: { path: { week } } }));
export const makeWeeks = (from: string, to: string) => answerOf(client.POST('/weeks/make', { body: { from, to } }));

export type Repair = Schemas['Repair'];
export type RepairLine = Schemas['RepairLine'];
export type RepairProposal = Schemas['RepairProposal'];
export const proposeRepair = (absence: Id, week: string, choices: readonly Operation[], signal?: AbortSignal) =>
  answerOf(client.POST('/absences/{id}/proposals', { params: id(absence), body: { week, choices: [...choices] }, ...stopping(signal) }));
export const applyRepair = (week: string, published: Id, operations: Operation[], cancelled: Schemas['Cancellation'][]) =>
  answerOf(client.POST('/weeks/{week}/repair', { params: { path: { week } }, body: { published, operations, cancelled } }));
/** Somebody to reach at a partner. */
export type Contact = Schemas['ContactRecord'];
export const listContacts = async (signal?: AbortSignal): Promise<Contact[]> =>
  (await answerOf(client.GET('/records/contact', stopping(signal)))).records;
export const readAbsence = (absence: Id, signal?: AbortSignal) =>
  answerOf(client.GET('/records/absence/{id}', { params: id(absence), ...stopping(signal) }));
