import type { siteMap as french } from '../fr/site-map';

export const siteMap: typeof french = {
  lead: 'All pages you may open. Records open from their lists, or by searching for a name.',
  leads: {
    rota: 'The team’s week: build it, question it, repair it, publish it.',
    template: 'The ordinary week, which every week is made of.',
    welcome: 'What a new house enters or imports first.',
    absences: 'Who is away, when, and the rota to repair.',
    year: 'Closed days, school holidays, published weeks.',
    meetings: 'The meetings with schools, families and other partners.',
    newMeeting: 'Choose who comes, and find a time at which everybody is free, travel included.',
    myWeek: 'Your week, with what changed.',
    calendars: 'Your rota in the calendar of your phone or computer.',
    children: 'The children in care, their weeks and their needs.',
    team: 'The professionals, their teams, their hours.',
    workedDays: 'The hours done, beside those that were planned.',
    house: 'Places, rooms, teams, groups and all a rota depends on.',
    settings: 'The name of the house, its school zone, its rules.',
    import: 'Read a workbook or a CSV file, and see what changes before you accept.',
  },
};
