import { checkEverywhere } from './support/accessibility';

checkEverywhere('en anglais, 390 px', 'phone', 'en');
