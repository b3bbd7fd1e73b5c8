import { describe, expect, test } from 'vitest'
import { hows } from '@/components/truth/how'
import { Known } from '@/components/truth/known'
import type { KnownWordProps } from '@/components/truth/use-known-word'
import { render } from '@/tests/support/render'

/** The words on the pill, without what a press on it shows. */
function words(markup: string): string {
  return (/<button.*?<\/button>/s.exec(markup)?.[0] ?? '')
    .replace(/<span class="sr-only">.*?<\/span>/s, '')
    .replace(/<[^>]+>/g, '')
}

const outline = (markup: string) => /border-(dashed|solid|double|dotted)/.exec(markup)?.[1]
const drawing = (markup: string) => /lucide-([\w-]+)/.exec(markup)?.[1]

describe('without any colour', () => {
  const drawn = hows.map((how) => render(<Known how={how} at="2026-11-22T09:42:00Z" />))

  test('each way of knowing has its own drawing', () => {
    expect(new Set(drawn.map(drawing)).size).toBe(hows.length)
  })

  test('outlines tell what was said from what was shown, refuted and unknown', () => {
    expect(Object.fromEntries(hows.map((how, index) => [how, outline(drawn[index] ?? '')]))).toEqual({
      attested: 'dashed',
      seen: 'solid',
      proved: 'solid',
      sealed: 'solid',
      old: 'dashed',
      contradicted: 'double',
      unknown: 'dotted',
    })
  })
})

const said: [what: string, known: KnownWordProps, words: string][] = [
  [
    'attested by the reader',
    { how: 'attested', by: 'you', at: '2026-05-12T08:00:00Z' },
    'attested by you, 12 May',
  ],
  [
    'attested by a colleague',
    { how: 'attested', by: { name: 'Hana Helpdesk' } },
    'attested by Hana Helpdesk',
  ],
  ['seen today', { how: 'seen', at: '2026-11-22T09:42:00Z' }, 'seen at Microsoft, 10:42 CET'],
  ['proved', { how: 'proved', at: '2026-11-22T09:45:00Z' }, 'proved 10:45 CET'],
  ['grown old', { how: 'old', at: '2026-09-20T10:00:00Z' }, 'attested 63 days ago'],
  ['old without a date', { how: 'old', was: 'seen' }, 'seen, too long ago'],
  ['contradicted', { how: 'contradicted', reason: 'app 6.7 is too old' }, 'contradicted: app 6.7 is too old'],
  ['not known', { how: 'unknown' }, 'not known'],
]

test.each(said)('%s', (_what, known, text) => {
  expect(words(render(<Known {...known} />))).toBe(text)
})

test('a better word takes the place of the usual one', () => {
  expect(words(render(<Known how="attested">declared by you</Known>))).toBe('declared by you')
})

test('a weaker proof says why, and is not drawn as full proof', () => {
  const weaker = render(
    <Known how="proved" at="2026-11-22T09:45:00Z" weaker="a code could come from either phone" />,
  )
  expect(words(weaker)).toBe('weaker proof 10:45 CET: a code could come from either phone')
  expect(weaker).not.toContain('text-on-safe')
})

test('a press shows source, the second with its zone, and the request', () => {
  const markup = render(
    <Known
      how="seen"
      at="2026-11-22T09:42:07Z"
      evidence={{ source: 'Methods of Elio', requestId: '6b1c' }}
    />,
  )
  const panel = markup.slice(markup.indexOf('</button>'))
  for (const fact of ['Methods of Elio', '22 Nov 2026, 10:42:07 CET', '6b1c']) expect(panel).toContain(fact)
})
