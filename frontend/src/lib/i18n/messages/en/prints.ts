import type { prints as french } from '../fr/prints';

export const prints: typeof french = {
  title: 'Print or export',
  lead: 'Every sheet bears its version and its date, and reads in black and white.',
  what: 'Which sheet',
  kinds: {
    team: { title: 'A team’s week', hint: 'A3, in cards, one team a sheet' },
    person: { title: 'A professional’s week', hint: 'A4, day by day' },
    child: { title: 'A child’s week', hint: 'A4, large, with pictograms and first names only' },
    room: { title: 'Room door', hint: 'A4, who is there and when, without any child’s name' },
    school: { title: 'Our staff in a school', hint: 'A4, the annex to the agreement (CASF, art. D.312-58)' },
  },
  of: { team: 'Team', person: 'Professional', child: 'Child', room: 'Room', school: 'School' },
  all: { team: 'All teams', person: 'All of them', child: 'All of them', room: 'All of them', school: 'All of them' },
  names: 'This sheet bears children’s names: do not leave it in a place open to the public.',
  onScreen: {
    team: 'Read the same on the screen, by professional',
    person: 'Read the same on the screen, by professional',
    child: 'Read the same on the screen, by child',
    room: 'Read the same on the screen, by room',
    school: 'Read the same on the screen, by place',
  },
  pdf: 'Download the PDF',
  workbook: 'Excel workbook',
  workbookHint: 'The workbook holds the week as it is on the screen.',
};
