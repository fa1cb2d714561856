import { useEffect, useState } from 'preact/hooks';
import { ApiError, request, token } from './api.ts';
import { Failures } from './failures.tsx';
import { JobPage } from './job.tsx';
import { Jobs } from './jobs.tsx';
import { connect } from './live.ts';
import { Overview } from './overview.tsx';
import { Upload } from './upload.tsx';

const pages = [
  { href: '#/', name: 'Overview' },
  { href: '#/jobs', name: 'Jobs' },
  { href: '#/failures', name: 'Failures' },
] as const;

type Door = 'asking' | 'open' | 'closed';

/** The frame of all pages. The address after `#` says which one is shown. */
export function App() {
  const [route, setRoute] = useState(location.hash || '#/');
  const [connected, setConnected] = useState(true);
  const [door, setDoor] = useState<Door>('asking');
  useEffect(() => {
    const follow = (): void => {
      setRoute(location.hash || '#/');
      document.querySelector('main')?.focus();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (door !== 'asking') return;
    request('/api/summary').then(
      () => setDoor('open'),
      (error: unknown) => setDoor(error instanceof ApiError && error.status === 401 ? 'closed' : 'open'),
    );
  }, [door]);
  useEffect(() => (door === 'open' ? connect(setConnected) : undefined), [door]);
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <header class="top">
        <strong class="brand">Millrace</strong>
        <nav aria-label="Pages">
          {pages.map(({ href, name }) => (
            <a key={href} href={href} aria-current={isAt(route, href) ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {door === 'open' && <Upload />}
      </header>
      <p class="offline" role="status">
        {connected ? '' : 'The daemon does not answer; the page goes on as soon as it does.'}
      </p>
      <main id="main" tabIndex={-1}>
        {door === 'closed' ? <AskToken onToken={() => setDoor('asking')} /> : door === 'open' ? <Page route={route} /> : null}
      </main>
    </>
  );
}

function isAt(route: string, href: string): boolean {
  return href === '#/' ? route === href : route.startsWith(href);
}

function Page({ route }: { route: string }) {
  const id = /^#\/jobs\/([\w-]+)/.exec(route)?.[1];
  if (id !== undefined) return <JobPage id={id} key={id} />;
  if (route.startsWith('#/jobs')) return <Jobs />;
  if (route.startsWith('#/failures')) return <Failures />;
  return <Overview />;
}

function AskToken({ onToken }: { onToken: () => void }) {
  const [text, setText] = useState('');
  return (
    <form
      class="card narrow"
      onSubmit={(event) => {
        event.preventDefault();
        token.set(text);
        onToken();
      }}
    >
      <h1>Token</h1>
      <label>
        This server asks for its token
        <input type="password" value={text} autocomplete="current-password" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit">Open</button>
    </form>
  );
}
