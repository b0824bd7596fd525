import { createRoot } from 'react-dom/client';
import { readPlace } from '../bot/contract/place.ts';
import { showOrganisation } from './api.ts';
import { NotInTeams } from './pages/nobody.tsx';
import { Shell } from './pages/shell.tsx';
import './parts/theme.css';
import './parts/look.css';
import './parts/controls.css';
import './parts/cards.css';
import './parts/meeting-line.css';
import './parts/messages.css';
import './parts/form.css';
import './parts/picker.css';
import './parts/mentoring.css';
import './parts/calendar.css';
import './parts/pictures.css';
import './parts/agenda.css';
import './parts/goals.css';
import './parts/plan.css';
import './parts/modes.css';
import './parts/silver.css';
import './parts/organisations.css';
import { keepFocus } from './parts/keep-focus.ts';
import { openTeams } from './teams.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

keepFocus();
const opened = await openTeams();
// A link from a card opens in the card's own organisation.
if (opened.kind === 'in-teams') showOrganisation(readPlace(opened.link).organisation);
createRoot(root).render(opened.kind === 'in-teams' ? <Shell link={opened.link} /> : <NotInTeams />);
