import { Outlet } from 'react-router';
import { TabBar } from './tab-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** Everything around a page but the read-along, which fills the screen alone. */
export default function Frame() {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <TopBar />
      <main className="wrap page" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <TabBar />
    </>
  );
}
