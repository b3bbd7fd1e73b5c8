import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorTopics, topicCodes } from '@/lib/domain/topic'
import { wordsOf } from '@/lib/domain/word-match'
import { findTopics, getTopic, topics } from '@/lib/guides/find-topics'
import { readHelp } from '@/lib/guides/read-help'
import { sources } from '@/lib/guides/sources'
import { languages } from '@/lib/i18n/language'

const day = '2026-11-28'
/** Not the forum on the same host, where people answer people. */
const microsoftPage = /^https:\/\/(learn|support)\.microsoft\.com\/(?!answers\/)/
const best = (typed: string) => findTopics(typed, day).found[0]

describe('the words on the screen, with mistakes, find', () => {
  test.each([
    ['there is alredy a bakup on your icloud acount', 'ERR-BACKUP-EXISTS'],
    ['esiste gia un bakup sul tuo acount icloud', 'ERR-BACKUP-EXISTS'],
    ['unable to restor', 'ERR-RESTORE-BLOCKED'],
    ['imposibile eseguire il ripristno', 'ERR-RESTORE-BLOCKED'],
    ['somthing went wrong', 'ERR-BACKUP-LOOP'],
    ['si e verificato un erore', 'ERR-BACKUP-LOOP'],
    ['no bakup found', 'ERR-NO-BACKUP'],
    ['nessun bakup trovato', 'ERR-NO-BACKUP'],
    ['action requird', 'ERR-WORK-NAME-ONLY'],
    ['azione richesta', 'ERR-WORK-NAME-ONLY'],
    ['incorect code', 'ERR-CODE-REFUSED'],
    ['il codice non e coretto', 'ERR-CODE-REFUSED'],
    ['different codes on two fones', 'ERR-CODES-DIFFER'],
    ['i codici sono divrsi', 'ERR-CODES-DIFFER'],
    ['the app asks itslef for approval', 'ERR-SELF-LOOP'],
    ['vuole authenticator per configurare authenticator', 'ERR-SELF-LOOP'],
    ['sign in lop', 'ERR-SIGN-IN-LOOP'],
    ['continua a chiedermi di acedere', 'ERR-SIGN-IN-LOOP'],
    ['you alredy have five authenticator apps', 'ERR-LIMIT-5'],
    ['limite di cinqe dispositivi', 'ERR-LIMIT-5'],
    ['temporary acces pass was bloked user credential policy', 'ERR-TAP-USED'],
    ['il pass di acesso temporaneo e scaduto', 'ERR-TAP-USED'],
    ['no notificaton arives', 'ERR-NO-REQUEST'],
    ['non ariva nessuna notifca', 'ERR-NO-REQUEST'],
    ['jailbrocken', 'ERR-JAILBREAK'],
    ['your organisation requires device enrolment', 'ERR-ENROLMENT'],
    ['lorganizzazione richiede la registrazione del dispositivo', 'ERR-ENROLMENT'],
    ['lets try somthing else', 'ERR-SOMETHING-ELSE'],
    ['proviamo qualcosaltro', 'ERR-SOMETHING-ELSE'],
    ['i lost my fone', 'PHONE-LOST'],
    ['ho perso il telfono', 'PHONE-LOST'],
    ['my phone was stollen', 'PHONE-STOLEN'],
    ['mi hanno rubatto il telefono', 'PHONE-STOLEN'],
    ['the screen is brokn', 'PHONE-BROKEN'],
    ['il telefono e roto', 'PHONE-BROKEN'],
    ['i deleted the ap', 'APP-DELETED'],
    ['ho eliminato lapp', 'APP-DELETED'],
    ['can i clone the bakup', 'FAQ-CLONE'],
    ['il ripristino riporta tuto', 'FAQ-EVERYTHING'],
    ['google autenticator', 'OTHER-APPS'],
  ])('%s → %s', (typed, code) => expect(best(typed)).toBe(code))
})

test('every wording of the catalogue finds its own topic', () => {
  for (const { code, shown } of topics) {
    for (const wording of [...shown.en, ...shown.it]) {
      expect(findTopics(wording, day).found, wording).toContain(code)
    }
  }
})

test('one typing mistake in any long word of any message still finds it', () => {
  const wordings = topics
    .filter(({ code }) => errorTopics.some((error) => error === code))
    .flatMap(({ code, shown }) => [...shown.en, ...shown.it].map((wording) => ({ code, wording })))
    .filter(({ wording }) => wordsOf(wording).some((word) => word.length >= 7))
  const mistake = fc.record({
    pick: fc.nat(),
    at: fc.nat(),
    kind: fc.constantFrom('drop', 'double', 'swap', 'change'),
  })
  fc.assert(
    fc.property(fc.constantFrom(...wordings), mistake, ({ code, wording }, { pick, at, kind }) => {
      const words = wordsOf(wording)
      const long = words.flatMap((word, index) => (word.length >= 7 ? [index] : []))
      const index = long[pick % long.length]!
      const typed = words.with(index, misspell(words[index]!, at, kind)).join(' ')
      expect(findTopics(typed, day).found, typed).toContain(code)
    }),
    { numRuns: 200 },
  )
})

function misspell(word: string, at: number, kind: string): string {
  const place = 1 + (at % (word.length - 2))
  const [before, letter, after] = [word.slice(0, place), word[place]!, word.slice(place + 1)]
  if (kind === 'drop') return before + after
  if (kind === 'double') return before + letter + letter + after
  if (kind === 'swap') return before + after.slice(0, 1) + letter + after.slice(1)
  return `${before}q${after}`
}

test('what nothing fits is said to be nothing, with the three that come closest', () => {
  for (const typed of ['pizza margherita', 'asdf qwer', '🙂', '<script>alert(1)</script>', 'x'.repeat(300)]) {
    const { found, closest } = findTopics(typed, day)
    expect(found, typed).toEqual([])
    expect(closest).toHaveLength(3)
  }
})

test('the longest thing somebody can paste is answered in no time', () => {
  const started = performance.now()
  readHelp({ q: 'recovvery autenticator bakcup '.repeat(50) }, 'en', day)
  expect(performance.now() - started).toBeLessThan(500)
})

describe('the catalogue', () => {
  test('has each topic on every day from now on, once', () => {
    for (const code of topicCodes) {
      expect(getTopic(code, day).code).toBe(code)
      expect(getTopic(code, '2099-01-01').code).toBe(code)
      expect(topics.filter((topic) => topic.code === code && topic.validTo === null)).toHaveLength(1)
    }
  })

  test('says everything in both languages, with a source and a day of review', () => {
    for (const { code, shown, cause, steps, source, reviewedOn } of topics) {
      for (const language of languages) {
        expect(shown[language].length, code).toBeGreaterThan(0)
        expect(cause[language], code).not.toBe('')
      }
      expect(steps.it.length, code).toBe(steps.en.length)
      expect(reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      if (source.by !== 'portal') expect(Object.values(sources)).toContain(source.url)
      if (source.by === 'microsoft') expect(source.url).toMatch(microsoftPage)
    }
  })

  test('does without the words we do not use', () => {
    const english = topics.flatMap(({ cause, steps }) => [cause.en, ...steps.en])
    expect(english.filter((sentence) => /\b(oops|invalid|please|success)/i.test(sentence))).toEqual([])
  })
})

describe('an address of the help', () => {
  test('with words is a search, counted by what it came to and never by the words', () => {
    expect(readHelp({ q: ' jailbrek ' }, 'it', day)).toMatchObject({
      isFound: true,
      counted: 'ERR-JAILBREAK',
    })
    expect(readHelp({ q: 'pizza margherita' }, 'it', day)).toMatchObject({
      isFound: false,
      counted: 'NOTHING',
    })
  })

  test('with a topic shows it and counts nothing; with neither, or with nonsense, shows nothing', () => {
    const chosen = readHelp({ topic: 'ERR-LIMIT-5' }, 'en', day)
    expect(chosen).toMatchObject({ counted: null, topics: [{ code: 'ERR-LIMIT-5' }] })
    for (const asked of [
      {},
      { topic: 'nonsense' },
      { topic: ['ERR-LIMIT-5'] },
      { q: ['a', 'b'] },
      { q: '  ' },
    ])
      expect(readHelp(asked, 'en', day)).toMatchObject({ topics: [], counted: null })
  })
})
