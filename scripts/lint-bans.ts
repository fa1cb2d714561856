import type { Rule } from 'eslint';

// What this project forbids beyond the usual, as ESLint rules: each a few selectors and the sentence that says what to do instead.

interface Ban {
  message: string;
  selectors: string[];
}

const bans: Record<string, Ban> = {
  clock: {
    message: 'Time and chance come from a Clock (src/model/clock.ts), so that tests and faults can be replayed.',
    selectors: [
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
      'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
      'CallExpression[callee.object.name="performance"][callee.property.name="now"]',
    ],
  },
  process: {
    message: 'Only the entries know the process and its environment; pass what is needed.',
    selectors: [
      'MemberExpression[object.name="process"]',
      'MemberExpression[object.name="globalThis"][property.name="process"]',
      'ImportDeclaration[source.value=/^(node:)?process$/]',
    ],
  },
  subscription: {
    message: 'One subscription per daemon: return the stream, and let daemon.ts run it.',
    selectors: ['CallExpression[callee.property.name="subscribe"]', 'CallExpression[callee.name=/^(lastValueFrom|firstValueFrom)$/]'],
  },
  sleep: {
    message: 'A test waits for an event or moves an injected clock; it never sleeps.',
    selectors: [
      'CallExpression[callee.name=/^(setTimeout|setInterval)$/]',
      'CallExpression[callee.property.name=/^(setTimeout|setInterval)$/]',
      'ImportDeclaration[source.value=/^(node:)?timers\\/promises$/]',
    ],
  },
  'default-export': {
    message: 'Exports have names, so that a thing is called the same everywhere.',
    selectors: ['ExportDefaultDeclaration'],
  },
  assertion: {
    message: 'Only an index within known bounds may be asserted (`lines[i]!`); elsewhere handle undefined.',
    selectors: ['TSNonNullExpression > :not(MemberExpression[computed=true]).expression'],
  },
};

export default {
  rules: Object.fromEntries(Object.entries(bans).map(([name, ban]) => [name, rule(ban)])),
};

function rule({ message, selectors }: Ban): Rule.RuleModule {
  return {
    meta: { type: 'problem', schema: [], messages: { banned: message } },
    create: (context) =>
      Object.fromEntries(selectors.map((selector) => [selector, (node: Rule.Node) => context.report({ node, messageId: 'banned' })])),
  };
}
