import { NavLink } from 'react-router';
import { JobDrawer } from '../jobs/job-drawer.tsx';
import { Brand } from './brand.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The way around: studios left, what is yours right. */
export function TopBar() {
  return (
    <header className="wrap bar">
      <Brand />
      <nav className="nav" aria-label="Studios">
        <NavLink to="/story">Story</NavLink>
        <NavLink to="/music">Music video</NavLink>
        <NavLink to="/live">Live style</NavLink>
        <NavLink to="/language">Language</NavLink>
      </nav>
      <nav className="nav ml-auto" aria-label="Yours">
        <NavLink to="/library">Library</NavLink>
        <NavLink to="/models">Models</NavLink>
      </nav>
      <div className="-mr-3 flex items-center max-[760px]:ml-auto min-[761px]:-ml-6">
        <JobDrawer />
        <ThemeSwitch />
      </div>
    </header>
  );
}
