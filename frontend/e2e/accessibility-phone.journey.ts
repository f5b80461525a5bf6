import { checkEverywhere } from './support/accessibility';

checkEverywhere('390 px', 'phone');
