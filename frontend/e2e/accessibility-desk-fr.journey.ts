import { checkEverywhere } from './support/accessibility';

checkEverywhere('en français, 1600 px', 'desk', 'fr');
