import { checkEverywhere } from './support/accessibility';

checkEverywhere('en anglais, 1600 px', 'desk', 'en');
