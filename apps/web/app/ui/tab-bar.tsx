import { BookOpen, Boxes, Languages, LibraryBig, Music, Radio } from 'lucide-react';
import { NavLink } from 'react-router';

/** The way around on a phone; the name of Kinora above leads home. */
export function TabBar() {
  return (
    <nav className="tabs" aria-label="Pages">
      <NavLink to="/story">
        <BookOpen className="icon" aria-hidden />
        Story
      </NavLink>
      <NavLink to="/music">
        <Music className="icon" aria-hidden />
        Music
      </NavLink>
      <NavLink to="/live">
        <Radio className="icon" aria-hidden />
        Live
      </NavLink>
      <NavLink to="/language">
        <Languages className="icon" aria-hidden />
        Language
      </NavLink>
      <NavLink to="/library">
        <LibraryBig className="icon" aria-hidden />
        Library
      </NavLink>
      <NavLink to="/models">
        <Boxes className="icon" aria-hidden />
        Models
      </NavLink>
    </nav>
  );
}
