import { englishCount } from '../../plural';
import type { welcome as french } from '../fr/welcome';

export const welcome: typeof french = {
  title: (name) => `Welcome, ${name}. Your rota is still empty.`,
  ready: (name) => `Welcome, ${name}. Your house is ready.`,
  lead: 'Five steps, in this order. Stop whenever you like: everything is kept.',
  steps: {
    house: 'Your house',
    people: 'Teams and professionals',
    children: 'Children and needs',
    template: 'Meetings and duties',
    rota: 'Ordinary week and first rota',
  },
  houseText: (house, places, zone) =>
    [house, englishCount(places, 'place', 'places'), zone && `school zone ${zone}`].filter(Boolean).join(', ') + '.',
  houseFirst: 'The facility’s name, its places and its school zone.',
  peopleText: 'From an Excel or CSV file, or one by one. Allow 10\u00a0minutes for 38 people.',
  peopleDone: (teams, people) => `${englishCount(teams, 'team', 'teams')}, ${englishCount(people, 'professional', 'professionals')}.`,
  childrenText: 'What each plan asks for per week: what, how often, with whom, where.',
  childrenDone: (children, needs) => `${englishCount(children, 'child', 'children')}, ${englishCount(needs, 'need', 'needs')}.`,
  templateText: 'What comes back every week: meetings, meals, arrivals.',
  templateDone: (meetings, duties) =>
    `${englishCount(meetings, 'recurring meeting', 'recurring meetings')}, ${englishCount(duties, 'duty', 'duties')}.`,
  rotaText: 'Maillage proposes, explains what does not fit, and you adjust by hand.',
  rotaDone: (week) => `Week ${week} has a rota.`,
  after: { people: 'After the house', children: 'After the teams', template: 'After the children', rota: 'After the meetings' },
  done: 'done',
  change: 'Change',
  changeStep: (step) => `Change: ${step}`,
  import: 'Import a file',
  byHand: 'Enter by hand',
  model: 'Model file',
  places: 'Add a place',
  meetings: 'Add a meeting',
  duties: 'Add a duty',
  toRota: 'Open the rota',
  toTemplates: 'Create the ordinary week',
  example: 'What a week will look like',
  sample: 'Example',
  together: 'Work together',
  togetherText: 'A coordinator writes the children’s needs, a secretary prepares the files. Each sees only what their role allows.',
  later: 'Open the rota anyway',
};
