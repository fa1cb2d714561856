import type { Template } from './template-options.ts';

/** What a template is called in results: its name, or its issuer (else its first keyword) in small letters and hyphens. */
export function templateName({ name, issuer, keywords }: Pick<Template, 'name' | 'issuer' | 'keywords'>): string {
  if (name !== undefined) return name;
  const plain = (issuer ?? keywords[0] ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 64) || 'template'
  );
}
