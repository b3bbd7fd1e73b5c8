import type { Known } from '@/lib/domain/known'
import type { Language } from '@/lib/i18n/language'
import type { LetterFact } from './letter'
import type { Drawn } from './render-text'

/**
 * A letter as HTML for mail programs: everything inline, nothing fetched from anywhere, nothing to click, no
 * script. Legible without its styles, and dark where the reader's program is.
 */
export function renderHtml({ letter, foot, actionTitle }: Drawn, language: Language): string {
  const { subject, greeting, paragraphs, facts, action } = letter
  const body = [
    `<p class="brand">Passaggio</p>`,
    `<h1>${asText(subject)}</h1>`,
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    ...(facts.length > 0 ? [`<dl>${facts.map(fact).join('')}</dl>`] : []),
    `<div class="action"><h2>${asText(actionTitle)}</h2>${paragraph(action)}</div>`,
    `<hr>`,
    `<h2>${asText(foot.checkTitle)}</h2>`,
    paragraph(foot.check),
    `<p class="code">${asText(foot.code)}</p>`,
    `<p class="small">${asText(foot.never)}</p>`,
    `<p class="small">${asText(foot.reply)}</p>`,
  ]
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">`,
    `<title>${asText(subject)}</title><style>${styles}</style></head>`,
    `<body><div class="sheet">${body.join('\n')}</div></body></html>`,
  ].join('')
}

function paragraph(text: string): string {
  return `<p>${asText(text)}</p>`
}

function fact({ label, value, known }: LetterFact): string {
  return `<dt>${asText(label)}</dt><dd${known ? ` class="${outline[known]}"` : ''}>${asText(value)}</dd>`
}

/** The grammar of truth as far as mail programs draw it: dashed is said, solid is shown. */
const outline: Record<Known, string> = {
  attested: 'said',
  declared: 'said',
  weaker: 'said',
  seen: 'shown',
  proved: 'shown',
  done: 'shown',
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Names and times come from the directory, where anybody may be called anything. */
function asText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const styles = [
  ':root{color-scheme:light dark}',
  'body{margin:0;padding:24px 12px;background:#f3f7f7;color:#16211f;font:16px/1.5 system-ui,"Segoe UI",sans-serif}',
  '.sheet{max-width:34rem;margin:0 auto;padding:24px;background:#fff;border:1px solid #ccd7d6;border-radius:8px}',
  '.brand{margin:0 0 16px;font-weight:600;color:#0b5c5b}',
  'h1{font-size:22px;line-height:1.3;margin:0 0 16px}h2{font-size:16px;margin:0 0 4px}p{margin:0 0 12px}',
  'dl{margin:0 0 16px}dt{font-size:14px;color:#4a5a58}dd{margin:0 0 8px}',
  '.said{border-left:3px dashed #6b7b79;padding-left:8px}.shown{border-left:3px solid #0b5c5b;padding-left:8px}',
  '.action{padding:12px 16px;border:2px solid #0b5c5b;border-radius:8px;margin:0 0 16px}.action p{margin:0}',
  'hr{border:0;border-top:1px solid #ccd7d6;margin:24px 0 16px}',
  '.code{font:600 22px/1.4 ui-monospace,Consolas,monospace;letter-spacing:.08em}.small{font-size:14px;color:#4a5a58}',
  '@media (prefers-color-scheme:dark){body{background:#0d1514;color:#e6efed}.sheet{background:#141f1e;border-color:#33423f}',
  '.brand{color:#6fd3cf}dt,.small{color:#a9bab7}.action,.shown{border-color:#6fd3cf}hr{border-color:#33423f}}',
].join('')
