import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import rxjs from 'eslint-plugin-rxjs-x';
import tseslint from 'typescript-eslint';
import bans from './scripts/lint-bans.ts';

const ts = ['**/*.ts', '**/*.tsx'];

export default defineConfig(
  globalIgnores(['dist/', 'build/', 'node_modules/', 'results/', 'archive/', 'failed/', 'watch/', '.millrace/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: ['**/*.js'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
  {
    files: ts,
    extends: [tseslint.configs.strictTypeChecked, rxjs.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { millrace: bans },
    rules: {
      'max-lines': ['error', 300],
      complexity: ['error', 20],
      'max-depth': ['error', 4],
      'millrace/assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `lines[i]!` is how noUncheckedIndexedAccess is answered inside known bounds; millrace/assertion refuses every other `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Numbers read well in a template; everything that is no string or number must still be converted by hand.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => emit(event)` and `return refuse(job)` are the shortest ways to say it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // `while (true)` with a return inside is the plainest loop for readers of streams.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // What was thrown arrives as unknown, and is passed on as it came.
      'rxjs-x/throw-error': ['error', { allowThrowingUnknown: true }],
      // `const { secret: _secret, ...rest } = row` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // Text is counted in code points, and that is what spreading a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      // A port may be asynchronous where one of its implementations has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 60 }],
      'millrace/clock': 'error',
      'millrace/process': 'error',
      'millrace/subscription': 'error',
      'millrace/default-export': 'error',
    },
  },
  { files: ['src/model/clock.ts'], rules: { 'millrace/clock': 'off' } },
  // pdf.js tells of lost content only by console.warn; this file makes findings of it.
  { files: ['src/pdf/warnings.ts'], rules: { 'no-console': 'off' } },
  // The entries of processes, and who ends whole groups of them.
  { files: ['src/main.ts', 'src/workers/{child,watchdog,kill-group}.ts'], rules: { 'millrace/process': 'off' } },
  // The composition root, the commands, the adapters between streams and the outer world, and operators that wrap their source.
  { files: ['src/daemon.ts', 'src/cli/**', 'src/source/**', 'src/workers/host*', 'src/rx/**'], rules: { 'millrace/subscription': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'millrace/sleep': 'error',
      // A stream that ends without a value, or with an error nobody handles, fails the test, as it should.
      'rxjs-x/no-ignored-default-value': 'off',
      'rxjs-x/no-ignored-error': 'off',
    },
  },
);
