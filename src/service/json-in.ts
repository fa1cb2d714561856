/**
 * The JSON object in what a model has said, undefined if there is none: models that are not held to a form wrap it in a block of code, or think aloud before it.
 */
export function jsonIn(text: string): unknown {
  const said = text.slice(Math.max(0, text.lastIndexOf(thought)));
  try {
    return JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

const thought = '</think>';
