import { checkEverywhere } from './support/accessibility';

checkEverywhere('1600 px', 'desk');
