import { mount } from 'svelte';
import App from './App.svelte';
import { restoreLanguage } from '$lib/i18n/language.svelte';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app');
await restoreLanguage();
mount(App, { target });
