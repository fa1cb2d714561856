/** What pdf.js said while something was read. Its warnings are the only trace of lost content. */
export type ReaderWarnings = readonly string[];

let heard: string[] = [];
let listening = false;

/** Takes over the console's warnings, where pdf.js speaks, so that they become data instead of print. Once per process. */
export function listenToReader(): void {
  if (listening) return;
  listening = true;
  const print = console.warn.bind(console);
  console.warn = (...said: unknown[]) => {
    const [first] = said;
    if (typeof first === 'string' && first.startsWith('Warning: ')) heard.push(first.slice('Warning: '.length));
    else print(...said);
  };
}

/** Runs `work` and returns what pdf.js said meanwhile. One piece of work at a time: pdf.js does not say what it speaks of. */
export async function hearWarnings<T>(work: () => Promise<T>): Promise<{ value: T; warnings: ReaderWarnings }> {
  heard = [];
  const value = await work();
  return { value, warnings: heard };
}
