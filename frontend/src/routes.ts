import type { Component } from 'svelte';
import { askAhead } from '$api/ahead';
import type { Session } from '$api/wire';
import type { common } from '$lib/i18n/common';
import { askForRota } from './features/rota/choice';

/** A screen is given the parameters of its address; it may well need none. */
export type Screen = Component<ScreenProps>;

export interface ScreenProps {
  params?: Record<string, string>;
}

export interface Route {
  path: string;
  /** What the browser's tab says before « – Maillage ». */
  title: keyof ReturnType<typeof common>['titles'];
  /** Loads the module whose default export is the Screen. */
  load: () => Promise<{ default: unknown }>;
  /** Who may open it; everybody signed in where it is left out, everybody at all where it is "anyone". */
  allowed?: 'anyone' | ((can: Session['can']) => boolean);
  /** Asks for what the screen reads first of all, while its script comes. */
  ahead?: (params: Record<string, string>) => void;
  /** The screen brings its own head and foot on a phone, as an app there does. */
  phoneFrame?: boolean;
}

/** Every screen, each loaded when it is first opened. */
export const routes: readonly Route[] = [
  {
    path: '/connexion',
    title: 'signIn',
    load: () => import('./features/sign-in/SignIn.svelte'),
    allowed: 'anyone',
  },
  {
    path: '/planning/:week?',
    title: 'rota',
    load: () => import('./features/rota/RotaScreen.svelte'),
    ahead: ({ week }) => askForRota(week),
    allowed: (can) => can.read_team,
  },
  {
    path: '/planning/:week/comparer',
    title: 'compare',
    load: () => import('./features/rota/compare/CompareScreen.svelte'),
    allowed: (can) => can.edit_rota || can.create_meeting,
  },
  {
    path: '/rencontres',
    title: 'meetings',
    load: () => import('./features/meetings/Meetings.svelte'),
    allowed: (can) => can.create_meeting,
  },
  {
    path: '/rencontres/nouvelle',
    title: 'newMeeting',
    load: () => import('./features/meetings/NewMeeting.svelte'),
    allowed: (can) => can.create_meeting,
  },
  {
    path: '/importer',
    title: 'import',
    load: () => import('./features/import/Import.svelte'),
    allowed: (can) => can.edit_rota,
  },
  {
    path: '/mon-planning/:week?',
    title: 'myWeek',
    load: () => import('./features/my-week/MyWeekScreen.svelte'),
    ahead: ({ week }) => askAhead(week === undefined ? ['/api/house'] : ['/api/house', `/api/my/weeks/${week}`]),
    allowed: (can) => can.own_week,
    phoneFrame: true,
  },
  {
    path: '/abonnement',
    title: 'calendars',
    load: () => import('./features/calendars/Calendars.svelte'),
    allowed: (can) => can.own_week,
  },
  {
    path: '/absences',
    title: 'absences',
    load: () => import('./features/absences/AbsencesScreen.svelte'),
    allowed: (can) => can.own_week || can.create_meeting || can.edit_rota,
  },
  {
    path: '/absences/:id/reparer/:week?',
    title: 'repair',
    load: () => import('./features/absences/repair/RepairScreen.svelte'),
    allowed: (can) => can.edit_rota,
  },
  {
    path: '/annee/:year?',
    title: 'year',
    load: () => import('./features/year/YearScreen.svelte'),
  },
  {
    path: '/semaine-type',
    title: 'template',
    load: () => import('./features/templates/TemplatesScreen.svelte'),
    allowed: (can) => can.edit_rota || can.create_meeting,
  },
  {
    path: '/semaine-type/:template',
    title: 'template',
    load: () => import('./features/rota/RotaScreen.svelte'),
    allowed: (can) => can.edit_rota || can.create_meeting,
  },
  {
    path: '/semaine-type/:template/comparer',
    title: 'compare',
    load: () => import('./features/rota/compare/CompareScreen.svelte'),
    allowed: (can) => can.edit_rota || can.create_meeting,
  },
  {
    path: '/enfants',
    title: 'children',
    load: () => import('./features/records/Children.svelte'),
    allowed: (can) => reads(can, 'child'),
  },
  {
    path: '/enfants/:id',
    title: 'children',
    load: () => import('./features/records/ChildSheet.svelte'),
    allowed: (can) => reads(can, 'child'),
  },
  {
    path: '/equipe',
    title: 'team',
    load: () => import('./features/records/Team.svelte'),
    allowed: (can) => reads(can, 'professional'),
  },
  {
    path: '/equipe/:id',
    title: 'team',
    load: () => import('./features/records/ProfessionalSheet.svelte'),
    allowed: (can) => reads(can, 'professional'),
  },
  {
    path: '/heures',
    title: 'workedDays',
    load: () => import('./features/records/WorkedDays.svelte'),
    allowed: (can) => reads(can, 'worked_day'),
  },
  {
    path: '/heures/:id',
    title: 'workedDays',
    load: () => import('./features/records/WorkedDaySheet.svelte'),
    allowed: (can) => reads(can, 'worked_day'),
  },
  {
    path: '/maison/reglages',
    title: 'settings',
    load: () => import('./features/records/Settings.svelte'),
    allowed: (can) => can.read_team,
  },
  {
    path: '/maison/:kind?',
    title: 'house',
    load: () => import('./features/records/House.svelte'),
    allowed: (can) => can.read_team,
  },
  {
    path: '/maison/:kind/:id',
    title: 'house',
    load: () => import('./features/records/HouseSheet.svelte'),
    allowed: (can) => can.read_team,
  },
  {
    path: '/bienvenue',
    title: 'welcome',
    load: () => import('./features/welcome/Welcome.svelte'),
    allowed: (can) => can.edit_rota,
  },
  {
    path: '/plan-du-site',
    title: 'siteMap',
    load: () => import('./SiteMap.svelte'),
  },
];

/** Whether somebody may read any record of a kind. */
function reads(can: Session['can'], kind: string): boolean {
  return (can.records[kind]?.read ?? 'none') !== 'none';
}
