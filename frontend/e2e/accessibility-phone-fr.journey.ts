import { checkEverywhere } from './support/accessibility';

checkEverywhere('en français, 390 px', 'phone', 'fr');
